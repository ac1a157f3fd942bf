import { todayInJapan } from "chizai-navi";
import { createHandler } from "chizai-navi/http";
import { Hono } from "hono";

const handler = createHandler({
  // A request that names no day is answered for today; without this line it is refused.
  today: todayInJapan,
  // cors: { origins: ["https://portal.example"] },
  onError: (error) => console.error(error),
});

/** The handler under a prefix, beside whatever else the application serves. */
export const app = new Hono();
app.get("/health", (context) => context.text("ok"));
app.mount("/chizai-navi", handler);
