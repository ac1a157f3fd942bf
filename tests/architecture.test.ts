import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";

/** The way through: a file imports only from what stands to its left, or from its own place. */
const order = [
  "messages",
  "issues errors",
  "normalize",
  "schema",
  "facts",
  "engine",
  "generated catalog",
  "columns",
  "verdict",
  "compiled",
  "amount",
  "result",
  "rank",
  "explain",
  "ask region",
  "advice assess get-terms list-measures freshness diff search timeline today",
  "compare plan",
  "core index calendar",
  "form sql",
  "batch http testing",
  "cli",
];

const place = (file: string): number => {
  const [top = ""] = file.replace(/\.ts$/, "").split("/");
  return order.findIndex((names) => names.split(" ").includes(top));
};

const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));

const importsOf = (file: string): string[] =>
  [...readFileSync(join("src", file), "utf8").matchAll(/from "(\.[^"]+)"/g)].map(([, path]) =>
    relative("src", join("src", dirname(file), path as string)),
  );

test("every file has its place in the order", () => {
  expect(files.filter((file) => place(file) === -1)).toEqual([]);
});

test("no import runs against the way from profile to answer", () => {
  const against = files.flatMap((file) =>
    importsOf(file)
      .filter((target) => place(target) > place(file))
      .map((target) => `${file} imports ${target}`),
  );
  expect(against).toEqual([]);
});

test("the engine knows no measure, no yen and nothing of Japan", () => {
  const named = files
    .filter((file) => file.startsWith("engine/"))
    .filter((file) =>
      /measure|yen|japan|jpo|subsid/i.test(readFileSync(join("src", file), "utf8").replace(/import .*/g, "")),
    );
  expect(named).toEqual([]);
});

test("no file reads a clock but the one that says so", () => {
  const clocks = files.filter((file) =>
    /new Date\(|Date\.now\(|\.format\(\)/.test(readFileSync(join("src", file), "utf8")),
  );
  expect(clocks).toEqual(["today.ts"]);
});

test("only the command line and the batch need Node: the rest runs in a browser and on a worker", () => {
  const bound = files
    .filter((file) => !file.startsWith("cli/") && !file.startsWith("batch/"))
    .filter((file) => /from "node:|\bprocess\.|\bBuffer\b|\brequire\(/.test(readFileSync(join("src", file), "utf8")));
  expect(bound).toEqual([]);
});

test("no figure of the law stands in src", () => {
  // Years, limits of input and the 31st of March are no law; amounts, thresholds and day counts of statutes are.
  const figures = /\b(?:300_?000_?000|50_?000_?000|1_?500_?000|600_?000|4_?000_?000|138_?000|118_?000|180|158_?000)\b/;
  // Random profiles lie near thresholds: theirs are values to try, not law.
  const elsewhere = ["normalize/", "generated/", "testing/arbitraries/"];
  const read = files.filter((file) => !elsewhere.some((folder) => file.startsWith(folder)));
  expect(read.filter((file) => figures.test(readFileSync(join("src", file), "utf8")))).toEqual([]);
});

test("no file grows past what one sitting reads", () => {
  const long = files
    .filter((file) => !file.startsWith("generated/"))
    .filter((file) => readFileSync(join("src", file), "utf8").split("\n").length > 260);
  expect(long).toEqual([]);
});
