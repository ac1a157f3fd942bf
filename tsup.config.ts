import { copyFileSync } from "node:fs";
import { defineConfig } from "tsup";

export default defineConfig([
  {
    // Built together, so that they share one catalog.
    entry: {
      index: "src/index.ts",
      core: "src/core.ts",
      calendar: "src/calendar.ts",
      batch: "src/batch/index.ts",
      "http/index": "src/http/index.ts",
      "sql/index": "src/sql/index.ts",
      "form/index": "src/form/index.ts",
      "form/session": "src/form/questionnaire.ts",
      "testing/index": "src/testing/index.ts",
      "testing/vitest": "src/testing/vitest.ts",
      "testing/jest": "src/testing/jest.ts",
    },
    // What only the form and the calendar draw on travels along: whoever does without them installs nothing for it.
    noExternal: [/^lit/, /^@lit/, "ical-generator"],
    // Only the batch needs Node, and to know where it stands when it is a CommonJS module.
    external: [/^node:/, "@duckdb/node-api"],
    shims: true,
    format: ["esm", "cjs"],
    platform: "neutral",
    target: "es2022",
    // tsup sets baseUrl, which TypeScript 6 deprecates.
    dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
    sourcemap: true,
    splitting: true,
    clean: true,
    onSuccess: async () => copyFileSync("src/generated/catalog.json", "dist/catalog.json"),
  },
  {
    // A thread that the batch starts, which looks for it beside itself.
    entry: { "batch-worker": "src/batch/worker.ts" },
    format: ["esm"],
    platform: "node",
    target: "node20",
  },
  {
    entry: { cli: "src/cli/main.ts" },
    format: ["esm"],
    platform: "node",
    target: "node20",
    // The table is drawn by development dependencies that are bundled, so that the package stays small to install.
    noExternal: ["cli-table3", "wrap-ansi", "csv-stringify", "ical-generator"],
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  },
]);
