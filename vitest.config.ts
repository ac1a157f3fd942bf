import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/browser/**"],
    // The rule files are read afresh, so that a changed rule is tested without a build.
    globalSetup: ["tests/support/generate.ts"],
    setupFiles: ["tests/support/seed.ts"],
    testTimeout: 240_000,
  },
});
