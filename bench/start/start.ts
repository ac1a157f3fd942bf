import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { asOf, catalogOf } from "../match/catalogs.ts";
import { profilesOf } from "../match/profiles.ts";
import { median } from "../timer.ts";

/** What is loaded by a process that has loaded nothing yet. */
export interface StartReport {
  runs: number;
  /** Median milliseconds, an aside. */
  milliseconds: Record<string, number>;
  /** Median over the rounds of the time as a share of importing zod/mini, what an empty module takes not counted. */
  ofZodMini: Record<string, number>;
}

const empty = "an empty module";
const zodMini = "zod/mini";

/** Each script runs in a process of its own and says how many milliseconds it took. */
const timed = (work: string): string =>
  `const start = performance.now(); ${work}; process.stdout.write(String(performance.now() - start));`;

/**
 * Import and first answer of the built package, each time in a fresh process, in turn with an empty module and with
 * zod/mini. @throws where the package is not built.
 */
export function timeStart(runs: number): StartReport {
  if (!existsSync("dist/core.js")) throw new Error("There is no dist/: run `npm run build` first.");
  mkdirSync("bench/dist", { recursive: true });
  writeFileSync("bench/dist/empty.mjs", "export const nothing = undefined;\n");
  writeFileSync("bench/dist/first.json", JSON.stringify({ catalog: catalogOf(60), profile: profilesOf(1)[0], asOf }));
  const root = process.cwd();
  const scripts: Record<string, string> = {
    [empty]: timed(`await import("${root}/bench/dist/empty.mjs")`),
    [zodMini]: timed(`await import("zod/mini")`),
    "chizai-navi/core": timed(`await import("${root}/dist/core.js")`),
    "chizai-navi/core and a first answer over 60 measures": timed(
      `const [{ assess }, { readFileSync }] = await Promise.all([import("${root}/dist/core.js"), import("node:fs")]);
       const { catalog, profile, asOf } = JSON.parse(readFileSync("bench/dist/first.json", "utf8"));
       assess(profile, { asOf, catalog })`,
    ),
    "chizai-navi, its catalog included": timed(`await import("${root}/dist/index.js")`),
  };
  const times = Object.fromEntries(Object.keys(scripts).map((name) => [name, [] as number[]]));
  for (let run = 0; run < runs; run++) {
    console.error(`start: ${run + 1} of ${runs}`);
    for (const [name, script] of Object.entries(scripts)) times[name]?.push(millisecondsOf(script));
  }
  const net = (name: string) => (times[name] ?? []).map((time, run) => time - (times[empty]?.[run] as number));
  const ofZod = (name: string) => median(net(name).map((time, run) => time / (net(zodMini)[run] as number)));
  return {
    runs,
    milliseconds: Object.fromEntries(Object.entries(times).map(([name, each]) => [name, median(each)])),
    ofZodMini: Object.fromEntries(
      Object.keys(scripts)
        .filter((name) => name !== empty)
        .map((name) => [name, ofZod(name)]),
    ),
  };
}

function millisecondsOf(script: string): number {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  return Number(stdout);
}
