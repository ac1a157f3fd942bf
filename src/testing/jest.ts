/** Registers the matchers with jest's `expect` and declares their types: `setupFilesAfterEnv: ["chizai-navi/testing/jest"]`. */
import { type CatalogMatchers, matchers } from "./matchers.ts";

const { expect } = globalThis as { expect?: { extend(matchers: object): void } };
if (expect === undefined)
  throw new Error(
    "chizai-navi/testing/jest found no global `expect`: list it in setupFilesAfterEnv, or (injectGlobals: false) " +
      'call expect.extend(matchers) with `matchers` of "chizai-navi/testing"',
  );
expect.extend(matchers);

declare global {
  namespace jest {
    // biome-ignore lint/complexity/noBannedTypes: a declaration is merged only if its parameters are the same.
    interface Matchers<R, T = {}> extends CatalogMatchers<R> {}
  }
}
