/** Registers the matchers with vitest's `expect` and declares their types: `setupFiles: ["chizai-navi/testing/vitest"]`. */
import { expect } from "vitest";
import { type CatalogMatchers, matchers } from "./matchers.ts";

expect.extend(matchers);

declare module "vitest" {
  // biome-ignore lint/suspicious/noExplicitAny: a declaration is merged only if its parameters are the same.
  interface Matchers<T = any> extends CatalogMatchers {}
}
