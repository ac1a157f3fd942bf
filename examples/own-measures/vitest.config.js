import { defineConfig } from "vitest/config";

// Registers toHaveRate, toHaveCap, toBeEligibleFor … with `expect`.
export default defineConfig({ test: { setupFiles: ["chizai-navi/testing/vitest"], testTimeout: 60_000 } });
