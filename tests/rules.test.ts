/** What the catalog promises of itself: each title is a promise, each failure names the rule that breaks it. */
import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { currentId, measuresOf } from "../src/catalog/catalog.ts";
import { factName, inside, pathsOf, placesOf } from "../src/catalog/walk.ts";
import { diffCatalogs, severityOfAll } from "../src/diff/catalogs.ts";
import { getTerms } from "../src/get-terms.ts";
import { assess, catalog } from "../src/index.ts";
import type { Measure } from "../src/schema/measure.ts";
import { seenOf } from "./support/witnesses.ts";

const measures = measuresOf(catalog);
const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
const released = JSON.parse(readFileSync("rules/released.json", "utf8")) as {
  version: string;
  measures: string[];
  facts: Record<string, string[]>;
};
const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".yaml"));
const japanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

test("the id of a measure is its file name", () => {
  expect(
    filesBelow("rules/measures")
      .map((file) => basename(file, ".yaml"))
      .sort(),
  ).toEqual(measures.map(({ id }) => id).sort());
});

test("everything is sourced: each measure shows where its terms stand on every day that they hold", () => {
  const bare = measures.flatMap(({ id, terms }) =>
    terms
      .map(({ from, lastSeen }) => from ?? lastSeen)
      .filter((asOf) =>
        (getTerms(id, { asOf, catalog }).terms?.sources ?? []).some((source) => !("statedOn" in source)),
      )
      .map((asOf) => `${id} ${asOf}`),
  );
  expect(bare).toEqual([]);
});

test("no source is kept that nothing cites", () => {
  const cited = JSON.stringify({ ...catalog, sources: {} });
  expect(Object.keys(catalog.sources).filter((id) => !cited.includes(`"${id}"`))).toEqual([]);
});

test("a source does not speak of a day after it was checked, nor a third party with high confidence", () => {
  const strange = Object.entries(catalog.sources).filter(
    ([, { statedOn, checkedOn, thirdParty, confidence }]) =>
      (checkedOn !== undefined && checkedOn < statedOn) || (thirdParty === true && confidence === "high"),
  );
  expect(strange.map(([id]) => id)).toEqual([]);
});

test("every fact that a rule reads can be asked, derived or presumed", () => {
  const mute = catalog.measures.flatMap((file) => {
    const parent = "viewOf" in file ? measures.find(({ id }) => id === file.viewOf) : undefined;
    return placesOf(file, catalog.facts, parent as Measure | undefined)
      .flatMap((place) => inside(place, catalog.facts))
      .flatMap(({ condition, names, at }) =>
        pathsOf(condition)
          .filter((path) => path !== "asOf")
          .filter((path) => {
            const entry = catalog.facts[factName(path, names, catalog.facts) ?? ""];
            return entry?.question === undefined && entry?.presumed === undefined;
          })
          .map((path) => `${file.id} ${at}: ${path}`),
      );
  });
  expect(mute).toEqual([]);
});

test("both languages: no Japanese in English words, no name without Japanese", () => {
  const wrong: string[] = [];
  const walk = (value: unknown, at: string): void => {
    if (typeof value !== "object" || value === null) return;
    const { en } = value as { en?: unknown };
    // A name may be quoted in English text: 冒認 and the like stand in brackets.
    if (typeof en === "string" && japanese.test(en)) wrong.push(`${at}: ${en}`);
    for (const [key, each] of Object.entries(value)) walk(each, `${at}.${key}`);
  };
  for (const { id, ...measure } of catalog.measures) walk(measure, id);
  walk(catalog.facts, "facts");
  walk(catalog.notCovered, "not-covered");
  expect(wrong).toEqual([]);
});

test("what is planned, studied or ended is said on a day and by a source", () => {
  const silent = measures.filter(({ status }) =>
    status.some(({ is, source }) => is !== "available" && !catalog.sources[source]),
  );
  expect(silent.map(({ id }) => id)).toEqual([]);
});

test("an amount of its own stands nowhere beside the amounts of its parts", () => {
  const parents = new Set(measures.flatMap(({ parent }) => parent ?? []));
  const counted = measures.filter(
    ({ id, terms }) => parents.has(id) && terms.some(({ benefit }) => benefit.kind !== "parts"),
  );
  expect(counted.map(({ id }) => id)).toEqual([]);
});

test("every prefecture has its bureau, in the official order", () => {
  const names = Object.keys(catalog.prefectures);
  expect(names).toHaveLength(47);
  expect([names[0], names[12], names[46]]).toEqual(["北海道", "東京都", "沖縄県"]);
  expect(Object.keys(catalog.bureaus)).toHaveLength(9);
});

describe("ids never vanish", () => {
  test("a measure of an earlier release is still here, or a redirect leads to what took its place", () => {
    const known = new Set(measures.map(({ id }) => id));
    expect(released.measures.filter((id) => !known.has(currentId(catalog, id)))).toEqual([]);
  });

  test("a fact of an earlier release is still here, with all its options", () => {
    const gone = Object.entries(released.facts).flatMap(([fact, options]) =>
      catalog.facts[fact] === undefined
        ? catalog.factRedirects?.[fact] === undefined
          ? [fact]
          : []
        : options
            .filter((option) => catalog.facts[fact]?.options?.[option] === undefined)
            .map((each) => `${fact} ${each}`),
    );
    expect(gone).toEqual([]);
  });
});

test("the version says what changed: a new measure or fact since the release asks for a higher minor version", () => {
  const before = {
    ...catalog,
    measures: catalog.measures.filter(({ id }) => released.measures.includes(id)),
    facts: Object.fromEntries(Object.entries(catalog.facts).filter(([id]) => released.facts[id] !== undefined)),
  };
  const grown = severityOfAll(diffCatalogs(before, catalog)) === "minor";
  const minor = (text: string) => text.split(".").slice(0, 2).join(".");
  const remedy = "raise the version in package.json, and after the release write its ids: npm run release:ids";
  if (grown) expect(minor(version), remedy).not.toBe(minor(released.version));
});

test("no criterion that can never or must always hold: a story shows it both ways", () => {
  const oneSided = [...seenOf(catalog)]
    .filter(([, seen]) => seen.size < 2)
    .map(
      ([at, seen]) =>
        `${at}: ${[...seen].map(([outcome, story]) => `${outcome} in 「${story}」`).join() || "in no story"}`,
    );
  expect(oneSided).toEqual([]);
});

describe("what a day says of a measure", () => {
  test.each(["2015-07-01", "2021-07-01", "2024-07-01", "2026-11-21"])(
    "%s: past its last seen day a yearly one is last known, an ended one closed, a planned or studied one never open",
    (asOf) => {
      const wrong = assess({}, { asOf }).results.filter(
        ({ measure: { id }, status, availability, freshness, terms }) => {
          const own = measures.find((each) => each.id === id)?.terms.find(({ from }) => from === terms?.from);
          const isPast = own?.renewal === "yearly" && own.lastSeen < asOf;
          return (
            (isPast && freshness === "current") ||
            (status === "ended" && availability !== "closed") ||
            ((status === "planned" || status === "under-study") && (availability === "open" || terms !== null))
          );
        },
      );
      expect(wrong.map(({ measure }) => measure.id)).toEqual([]);
    },
  );

  test("what has ended is explained with an earlier day", () => {
    const ended = measures.filter(({ status, view }) => view === undefined && status.at(-1)?.is === "ended");
    expect(ended.length).toBeGreaterThan(5);
    const silent = ended.filter(({ id, terms }) =>
      terms.every(({ from, lastSeen }) => getTerms(id, { asOf: from ?? lastSeen, catalog }).terms === null),
    );
    expect(silent.map(({ id }) => id)).toEqual([]);
  });
});
