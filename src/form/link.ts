/** Text in letters that any part of an address may hold (base64url of UTF-8). */
export const toLink = (text: string): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(text)))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");

/** @throws if it is not what `toLink` writes. */
export function fromLink(link: string): string {
  const bytes = atob(link.replace(/-/g, "+").replace(/_/g, "/"));
  return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(bytes, (each) => each.charCodeAt(0)));
}
