export type { Cors } from "./cors.ts";
export { createHandler, type Handler, type HandlerOptions } from "./handler.ts";
export type { Problem } from "./schemas/answers.ts";
export type { Limits } from "./service.ts";
