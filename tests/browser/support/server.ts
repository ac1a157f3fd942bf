import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { build } from "esbuild";

/** The strictest policy that a page can have and still run a script. */
export const strictPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'";

/** The script for pages without a bundler in Japanese or in English, or the package for those who have one. */
export type Script = "form" | "form-en" | "portal";

export interface Site {
  address: string;
  /** Serves a page with these elements, and gives its address. */
  page: (body: string, script?: Script) => string;
  close: () => Promise<void>;
}

/** Keeps what the page says, for the test to read. */
const recorder = `
  window.told = { assessment: [], answer: [], handover: [] };
  window.violations = [];
  for (const name of Object.keys(window.told))
    document.addEventListener(name, ({ detail }) => window.told[name].push(JSON.stringify(detail)));
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, sample }) =>
    window.violations.push(violatedDirective + " " + sample));
`;

const html = (body: string, script: string) => `<!doctype html>
<html lang="ja">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>知財支援策</title>
    <script src="/recorder.js"></script>
    <script src="/${script}.js" defer></script>
  </head>
  <body><main><h1>知財支援策を探す</h1>${body}</main></body>
</html>`;

/** The package for bundlers, bundled: with the whole catalog, so that any day can be judged. */
async function portal(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: `import "./dist/form/index.js";`, resolveDir: process.cwd() },
    bundle: true,
    format: "iife",
    write: false,
    charset: "utf8",
  });
  return outputFiles[0]?.text ?? "";
}

/** A site on this machine: the built files, pages as asked for, and nothing else. */
export async function serve(): Promise<Site> {
  const scripts: Record<string, string> = {
    "/recorder.js": recorder,
    "/form.js": readFileSync("dist/chizai-navi.form.js", "utf8"),
    "/form-en.js": readFileSync("dist/chizai-navi.form.en.js", "utf8"),
    "/portal.js": await portal(),
  };
  const pages = new Map<string, string>();
  const server: Server = createServer(({ url = "/" }, response) => {
    const script = scripts[url];
    const page = pages.get(url);
    response.setHeader("Content-Security-Policy", strictPolicy);
    if (script === undefined && page === undefined) response.writeHead(url === "/favicon.ico" ? 204 : 404).end();
    else
      response
        .writeHead(200, { "Content-Type": `text/${script === undefined ? "html" : "javascript"}; charset=utf-8` })
        .end(script ?? page);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address,
    page: (body, script = "portal") => {
      const path = `/page-${pages.size}.html`;
      pages.set(path, html(body, script));
      return `${address}${path}`;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}
