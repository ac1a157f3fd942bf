import { spawnSync } from "node:child_process";
import { copyFileSync } from "node:fs";
import { buildSync } from "esbuild";

/**
 * Bundles a script of the benchmark as a user's code is, and runs it in a process of its own. Not by tsx: that keeps
 * the names of functions by a call at every closure that is made, which slows what is measured.
 *
 * @returns what the script printed, as data. @throws if it fails.
 */
export function runBundled<T>(script: string, args: readonly string[], nodeOptions: readonly string[] = []): T {
  const outfile = `bench/dist/${script.replaceAll("/", "-").replace(/\.ts$/, ".mjs")}`;
  buildSync({
    entryPoints: [`bench/${script}`],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    loader: { ".json": "json" },
  });
  // The threads of a batch are looked for beside whoever starts them.
  if (script.startsWith("batch/")) copyFileSync("dist/batch-worker.js", "bench/dist/batch-worker.js");
  const { status, stdout } = spawnSync(process.execPath, [...nodeOptions, outfile, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Error(`bench/${script} failed.`);
  return JSON.parse(stdout) as T;
}
