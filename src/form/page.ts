import type { Copied } from "./panels.ts";

/** Copies, or says what is to be copied by hand where the browser does not allow it. */
export async function copyOf(text: string): Promise<Copied> {
  try {
    await navigator.clipboard.writeText(text);
    return { is: "done" };
  } catch {
    return { is: "failed", text };
  }
}

/** The part of the address after `#` that holds answers: one name for each element of a page. */
const keyOf = (element: HTMLElement): string => encodeURIComponent(element.id || "chizai-navi");

export const savedIn = (element: HTMLElement): string | undefined =>
  new URLSearchParams(location.hash.slice(1)).get(keyOf(element)) ?? undefined;

export const linkWith = (element: HTMLElement, saved: string): string => {
  const url = new URL(location.href);
  url.hash = `${keyOf(element)}=${saved}`;
  return url.href;
};

/** Prints the element without the page around it. The sheet is adopted, for a policy that allows no style of its own. */
export function printAlone(element: HTMLElement): void {
  const alone = new CSSStyleSheet();
  alone.replaceSync(`@media print {
    body * { visibility: hidden; }
    [data-chizai-navi-prints] { visibility: visible; position: absolute; inset: 0 0 auto; }
  }`);
  element.dataset["chizaiNaviPrints"] = "";
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, alone];
  const restore = () => {
    delete element.dataset["chizaiNaviPrints"];
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== alone);
  };
  addEventListener("afterprint", restore, { once: true });
  print();
}
