import fc from "fast-check";
import { expect, test } from "vitest";
import { assess } from "../../src/assess.ts";
import { catalog } from "../../src/catalog/bundled.ts";
import { leanCatalog } from "../../src/form/lean.ts";
import { packText } from "../../src/form/packing/pack.ts";
import { unpackText } from "../../src/form/packing/unpack.ts";
import { unpack } from "../../src/form/unpack.ts";
import { addDays } from "../../src/normalize/calendar.ts";
import type { Result } from "../../src/schema/assessment.ts";
import type { Source } from "../../src/schema/source.ts";
import { situations } from "../../src/testing/arbitraries/index.ts";

const from = Object.values(catalog.sources).reduce((day, { statedOn }) => (statedOn > day ? statedOn : day), "");
const lean = { ja: unpack(leanCatalog(catalog, from, "ja")), en: unpack(leanCatalog(catalog, from, "en")) };

/** Everything that does not name a source or carry a text. */
const bare = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, each) => (/^(?:sources?|text|name)$/.test(key) ? undefined : each)));

const told = (results: readonly Result[]) =>
  new Map(
    results.map(({ measure, determining, others, items, subjectTo, terms, ...rest }) => [
      measure.id,
      bare({ ...rest, determining, subjectTo, terms, items }),
    ]),
  );

test("on the day of the newest source and later the lean catalog says of every measure that goes on what the whole one says", () => {
  const later = fc.oneof(fc.constantFrom(0, 1), fc.nat({ max: 900 })).map((days) => addDays(from, days));
  fc.assert(
    fc.property(situations(), later, fc.constantFrom("ja" as const, "en" as const), ({ profile }, asOf, lang) => {
      const whole = assess(profile, { asOf, catalog });
      const short = assess(profile, { asOf, catalog: lean[lang] });
      const known = told(short.results);
      const gone = whole.results.filter(({ measure }) => !known.has(measure.id));
      expect(gone.filter(({ status }) => status !== "ended")).toEqual([]);
      const going = whole.results.filter(({ measure }) => known.has(measure.id));
      expect(known).toEqual(told(going));
      const asked = (questions: typeof whole.questions) =>
        questions
          .map(({ fact, measures }) => [fact, measures.filter((id) => known.has(id))] as const)
          .filter(([, measures]) => measures.length > 0)
          .sort();
      expect(asked(short.questions)).toEqual(asked(whole.questions));
    }),
    { numRuns: 15 },
  );
});

test("what it leaves out is what has ended, and it carries one language", () => {
  const left = new Set(lean.ja.measures.map(({ id }) => id));
  expect(catalog.measures.length - left.size).toBeGreaterThan(5);
  expect(lean.en.facts["party.legalForm"]?.label).toEqual({ ja: "Legal form", en: "Legal form" });
  expect(lean.ja.facts["party.legalForm"]?.label.en).toBe("法人格・組織形態");
  expect(lean.ja.sources["0"]?.title).toBeTruthy();
});

/** What the form shows of a source, wherever it shows one. */
const cited = ({ title, section, statedOn }: Source) => ({ title, section, statedOn });

test("every criterion and every step of a calculation cites what it cites in the whole catalog", () => {
  fc.assert(
    fc.property(situations(), ({ profile }) => {
      const sources = (results: readonly Result[]) =>
        new Map(
          results.map(({ measure, determining, others, estimate, items }) => {
            const parts = [{ determining, others }, ...(items ?? [])];
            const read = parts.flatMap((part) => [...part.determining, ...part.others]);
            return [
              measure.id,
              [
                // What no rule file writes points to the first terms, which may be left out here.
                ...read.filter(({ text }) => text !== undefined),
                ...(estimate !== null && "steps" in estimate ? estimate.steps : []),
              ].map(({ source }) => source && cited(source)),
            ];
          }),
        );
      const whole = sources(assess(profile, { asOf: from, catalog }).results);
      for (const [id, told] of sources(assess(profile, { asOf: from, catalog: lean.ja }).results))
        expect(told).toEqual(whole.get(id));
    }),
    { numRuns: 15 },
  );
});

test("a script judges with what was packed: no letter is lost", () => {
  const text = JSON.stringify(leanCatalog(catalog, from, "ja"));
  expect(unpackText(packText(text))).toBe(text);
  const texts = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 300 }),
    fc
      .array(fc.constantFrom("a", "b", "か", "漢", "𠮷", "\uffff"), { maxLength: 300 })
      .map((letters) => letters.join("")),
    fc
      .tuple(fc.string({ minLength: 1, maxLength: 3 }), fc.nat({ max: 400 }))
      .map(([each, times]) => each.repeat(times)),
  );
  fc.assert(
    fc.property(texts, (some) => {
      const packed = packText(some.replaceAll("\0", ""));
      expect(unpackText(packed)).toBe(some.replaceAll("\0", ""));
      expect(packed).toMatch(/^[0-[\]-p]*$/);
    }),
    { numRuns: 300 },
  );
  expect(() => packText("a\0b")).toThrow();
});
