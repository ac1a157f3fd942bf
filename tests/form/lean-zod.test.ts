import { build } from "esbuild";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { leanZod } from "../../scripts/one-file.ts";
import { catalog } from "../../src/catalog/bundled.ts";
import { ProfileError } from "../../src/errors.ts";
import { parseProfile } from "../../src/facts/parse-profile.ts";
import { restore, serialize } from "../../src/form/saved.ts";
import { startSession } from "../../src/form/session.ts";
import { situations } from "../../src/testing/arbitraries/index.ts";

interface Lean {
  parseProfile: typeof parseProfile;
  restore: typeof restore;
  ProfileError: typeof ProfileError;
}
let lean: Lean;

beforeAll(async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { parseProfile } from "./facts/parse-profile.ts"; export { restore } from "./form/saved.ts"; export { ProfileError } from "./errors.ts";`,
      resolveDir: "src",
    },
    bundle: true,
    format: "esm",
    write: false,
    plugins: [leanZod],
  });
  lean = (await import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0]?.contents ?? []).toString("base64")}`
  )) as Lean;
});

const said = (parse: typeof parseProfile, Fault: typeof ProfileError, input: unknown) => {
  try {
    return { profile: parse(input) };
  } catch (error) {
    if (error instanceof Fault) return { issues: error.issues };
    throw error;
  }
};

/** Values that stand where others belong: of another type, a range, a list, text as people write it. */
const strange = fc.oneof(
  fc.constantFrom<unknown>(
    "1,000万円",
    "令和8年11月",
    "３分の１",
    "none",
    "",
    "福岡",
    "US",
    "2026-02-30",
    "T7000012050002",
    "x".repeat(201),
    "𠮷".repeat(200),
    0,
    -1,
    1.5,
    5,
    1e300,
    2 ** 53,
    -(2 ** 53),
    Number.NaN,
    Number.POSITIVE_INFINITY,
    true,
    null,
    undefined,
    [],
    [1, 3],
    [3, 1],
    [1],
    [1, 2, 3],
    ["US", "??"],
    {},
    { min: 1 },
    { min: 3, max: 1 },
    { min: "2016年5月" },
    { max: "x", min: 2 },
    { items: [] },
    { items: [], complete: false },
    { items: [{}], complete: "no" },
    { other: 1 },
    { min: 1, other: 2 },
    Array.from({ length: 1001 }, () => 1),
    new Date(0),
    () => 1,
    JSON.parse('{"__proto__":1}'),
  ),
  fc.anything({ maxDepth: 2, withSparseArray: true }),
);

/** A profile with some of its values put in another's place, and keys that nobody knows. */
const spoilt = fc
  .tuple(situations(), fc.array(fc.tuple(fc.nat(), strange, fc.boolean()), { maxLength: 4 }))
  .map(([{ profile }, changes]): unknown => {
    const spoiled = structuredClone(profile);
    const holders = holdersIn(spoiled);
    for (const [at, value, adds] of changes) {
      const holder = holders[at % holders.length] as Record<string, unknown>;
      const keys = Object.keys(holder);
      holder[adds || keys.length === 0 ? "surplus" : (keys[at % keys.length] as string)] = value;
    }
    return spoiled;
  });

const holdersIn = (value: unknown): object[] =>
  typeof value !== "object" || value === null ? [] : [value, ...Object.values(value).flatMap(holdersIn)];

test("what validates a profile in a one-file script finds what zod finds", () => {
  const seen = { refused: 0, read: 0 };
  fc.assert(
    fc.property(fc.oneof({ weight: 4, arbitrary: spoilt }, strange), (input) => {
      const whole = said(parseProfile, ProfileError, input);
      expect(said(lean.parseProfile, lean.ProfileError, input)).toEqual(whole);
      seen[whole.profile === undefined ? "refused" : "read"] += 1;
    }),
    { numRuns: 3000 },
  );
  expect(Math.min(seen.refused, seen.read)).toBeGreaterThan(300);
});

test("and of saved answers", () => {
  const saved = JSON.parse(serialize(startSession({ asOf: "2026-11-21" }, catalog), {}, catalog)) as object;
  const keys = fc.constantFrom(...Object.keys(saved), "measures", "needs", "surplus");
  fc.assert(
    fc.property(
      fc.array(fc.tuple(keys, fc.oneof(strange, fc.array(strange))), { minLength: 1, maxLength: 3 }),
      (changes) => {
        const text = JSON.stringify({ ...saved, ...Object.fromEntries(changes) });
        expect(lean.restore(text, catalog)).toEqual(restore(text, catalog));
      },
    ),
    { numRuns: 1000 },
  );
});
