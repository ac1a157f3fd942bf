import { serve } from "@hono/node-server";
import { app } from "./app.js";

const port = Number(process.env.PORT ?? 8787);

// This machine only. Before it is opened to others, put a proxy in front that limits how often one may ask.
serve({ fetch: app.fetch, hostname: "127.0.0.1", port }, () => {
  console.log(`http://127.0.0.1:${port}/chizai-navi/`);
});
