import { defineConfig } from "vitest/config";

/** What needs a real browser, and the built package: `npm run build` first. */
export default defineConfig({
  test: {
    include: ["tests/browser/**/*.test.ts"],
    testTimeout: 240_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
