/** Four files and the strictest policy: nothing from elsewhere runs, and the page asks nobody for anything. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";

const script = createRequire(import.meta.url).resolve("chizai-navi/chizai-navi.form.js");
const here = (name) => new URL(name, import.meta.url);
const files = {
  "/": ["text/html", here("index.html")],
  "/page.css": ["text/css", here("page.css")],
  "/chizai-navi.form.js": ["text/javascript", script],
};
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'";

const server = createServer(({ url = "/" }, response) => {
  const [type, file] = files[new URL(url, "http://localhost").pathname] ?? [];
  if (file === undefined) response.writeHead(404).end();
  else
    response
      .writeHead(200, { "Content-Type": `${type}; charset=utf-8`, "Content-Security-Policy": policy })
      .end(readFileSync(file));
});
server.listen(Number(process.env.PORT ?? 8080), "127.0.0.1", () => {
  console.log(`http://127.0.0.1:${server.address().port}/`);
});
