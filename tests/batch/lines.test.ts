import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assessMany, countMany, type Fault, type Progress, readNdjson, readTable } from "../../src/batch/index.ts";
import { wholeLines } from "../../src/batch/whole-lines.ts";
import { catalog } from "../../src/catalog/bundled.ts";
import { CatalogError, ProfileError } from "../../src/errors.ts";
import { all, csv, ndjson, pieces } from "./inputs.ts";

const options = { asOf: "2026-11-21", catalog };
const verdicts = { ...options, give: "verdicts" } as const;

const file = [
  "id,company.prefecture,company.regularEmployees,overseas.countries",
  "A,福岡,１４８人,CN;US",
  "B,どこか,3,",
  '"C ""x"", y",東京都,"1,048名",none',
  '"D',
  'in two lines",愛知県,7,JP',
  "",
  "E,愛知県,7",
  'F,"愛知県"x,7,JP',
  "G,愛知県,-3,JP",
  "H,愛知県,7,JP;none",
  "I,愛知県,7,JP; US",
].join("\r\n");

async function faultsOf(text: string): Promise<{ faults: Fault[]; rows: [number, string | undefined][] }> {
  const faults: Fault[] = [];
  const rows = await all(
    assessMany(csv(text, 7), { ...verdicts, faults: "skip", onFault: (fault) => faults.push(fault) }),
  );
  return { faults, rows: rows.map(({ line, id }) => [line, id]) };
}

describe("Lines of a CSV file", () => {
  test("They keep their numbers and names, also after lines that are broken, empty or cannot be read.", async () => {
    const { faults, rows } = await faultsOf(file);
    expect(rows).toEqual([
      [2, "A"],
      [4, 'C "x", y'],
      [5, "D\r\nin two lines"],
      [12, "I"],
    ]);
    expect(faults.map(({ line, issues }) => [line, ...issues.map(({ path, code }) => `${path} ${code}`)])).toEqual([
      [3, "company.prefecture not-a-prefecture"],
      [8, " cell-count"],
      [9, " malformed-line"],
      [10, "company.regularEmployees out-of-range"],
      [11, "overseas.countries[1] not-a-country"],
    ]);
  });

  test("A fault stops everything, unless it is skipped; it says in which line it is.", async () => {
    const found = all(assessMany(csv(file), verdicts));
    await expect(found).rejects.toThrow(ProfileError);
    await expect(found).rejects.toThrow("line 3: company.prefecture: `どこか` is not a prefecture");
    await expect(all(assessMany(csv(file), { ...options, give: "amounts" }))).rejects.toThrow(
      "line 3: company.prefecture",
    );
    await expect(countMany(csv(file), options)).rejects.toThrow("line 3");
  });

  test("What a line leaves out is not taken over from the one before, whether that could be read or not.", async () => {
    const lines = [
      "company.prefecture,company.legalForm,needs",
      "福岡県,stock-company,training",
      "福岡県,nobody,licensing",
      ",,",
    ];
    const [, last] = await all(assessMany(csv(lines.join("\n")), { ...verdicts, faults: "skip" }));
    const [blank] = await all(assessMany([{}], verdicts));
    expect({ ...last, line: 1 }).toEqual(blank);
  });

  test("A header with a column that nobody knows, or with one twice, is refused with the nearest name.", async () => {
    const text = "company.prefectur,needs,needs\n福岡県,,\n";
    const found = all(assessMany(csv(text), { ...verdicts, faults: "skip" }));
    await expect(found).rejects.toThrow("the nearest is `company.prefecture`");
    await expect(found).rejects.toThrow("the column `needs` stands in the header twice");
  });

  test("Nothing but a header, or nothing at all, is no company.", async () => {
    for (const text of ["", "needs", "needs\n", "\uFEFFneeds\r\n\r\n"]) {
      expect(await all(assessMany(csv(text), verdicts))).toEqual([]);
      expect((await countMany(csv(text), options)).every(({ ineligible }) => ineligible === 0)).toBe(true);
    }
    expect(await all(assessMany([], verdicts))).toEqual([]);
    expect(await all(assessMany(ndjson("\n \n"), verdicts))).toEqual([]);
  });

  test("A quotation mark that is never closed does not fill the memory.", async () => {
    async function* endless() {
      yield new TextEncoder().encode('needs\n"');
      for (;;) yield new Uint8Array(1_000_000).fill(97);
    }
    const found = all(wholeLines(endless(), { least: 1000, quoted: true }));
    await expect(found).rejects.toThrow("longer than 16000000 bytes");
  });
});

test("Text is cut between lines only, whatever pieces it comes in, and nothing of it is lost.", async () => {
  const letters = fc.constantFrom("a", "福", ",", "\n", "\r\n", '"', '""');
  await fc.assert(
    fc.asyncProperty(
      fc.array(letters),
      fc.nat({ max: 9 }),
      fc.integer({ min: 1, max: 12 }),
      async (parts, size, least) => {
        const text = parts.join("");
        const found = await all(wholeLines(pieces(text, size + 1), { least, quoted: true }));
        const texts = found.map(({ bytes }) => new TextDecoder().decode(bytes));
        expect(texts.join("")).toBe(text);
        for (const [index, each] of texts.entries()) {
          const before = texts.slice(0, index).join("");
          expect(found[index]?.line).toBe(before.split("\n").length);
          expect(before.split('"').length % 2).toBe(1);
          if (index < texts.length - 1) expect(each.endsWith("\n")).toBe(true);
        }
        expect(found.at(-1)?.end ?? 0).toBe(new TextEncoder().encode(text).length);
      },
    ),
  );
});

describe("Lines of an NDJSON file", () => {
  test("Each is a profile, maybe with a name; what is none is a fault of its line.", async () => {
    const text = '{"id":"A","company":{"prefecture":"福岡"}}\n\n{"company":}\n[]\n{"id":7,"compny":{}}\n{"id":7}';
    const faults: Fault[] = [];
    const onFault = (fault: Fault) => faults.push(fault);
    const rows = await all(assessMany(ndjson(text, 3), { ...verdicts, faults: "skip", onFault }));
    expect(rows.map(({ line, id }) => [line, id])).toEqual([
      [1, "A"],
      [6, "7"],
    ]);
    expect(faults.map(({ line, issues: [issue] }) => [line, issue?.code])).toEqual([
      [3, "not-json"],
      [4, "wrong-type"],
      [5, "unknown-key"],
    ]);
  });
});

describe("A table in memory", () => {
  const texts = ["福岡県", "どこか", "東京都"];

  test("Rows that can be said column by column, and rows that cannot, keep their order and numbers.", async () => {
    const source = () =>
      readTable({
        companies: 4,
        columns: {
          "company.prefecture": { texts, codes: Uint8Array.of(1, 2, 0, 3) },
          "company.regularEmployees": { numbers: Float64Array.of(5, 5, Number.NaN, 100) },
          needs: { texts: ["training"], codes: Uint16Array.of(1, 0, 1), offsets: Uint32Array.of(0, 1, 2, 2, 3) },
        },
      });
    const faults: Fault[] = [];
    const found = await all(
      assessMany(source(), { ...verdicts, faults: "skip", onFault: (each) => faults.push(each) }),
    );
    const expected = await all(
      assessMany(
        [
          { company: { prefecture: "福岡県", regularEmployees: 5 }, needs: ["training"] },
          { needs: [] },
          { company: { prefecture: "東京都", regularEmployees: 100 }, needs: ["training"] },
        ],
        verdicts,
      ),
    );
    expect(found).toEqual(expected.map((each, index) => ({ ...each, line: [1, 3, 4][index] })));
    expect(faults.map(({ line }) => line)).toEqual([2]);
  });
});

test("What was done before is left out, in every kind of input.", async () => {
  const profiles = Array.from({ length: 600 }, (_, index) => ({ company: { regularEmployees: index } }));
  const csvLines = ["company.regularEmployees", ...profiles.map(({ company }) => company.regularEmployees)].join("\n");
  const numbers = Int32Array.from(profiles, ({ company }) => company.regularEmployees);
  const inputs = {
    profiles: (after: number) => assessMany(profiles, { ...verdicts, after }),
    csv: (after: number) => assessMany(csv(csvLines, 50), { ...verdicts, after }),
    ndjson: (after: number) =>
      assessMany(ndjson(profiles.map((each) => JSON.stringify(each)).join("\n")), { ...verdicts, after }),
    table: (after: number) =>
      assessMany(readTable({ companies: 600, columns: { "company.regularEmployees": { numbers } } }), {
        ...verdicts,
        after,
      }),
  };
  for (const [kind, rows] of Object.entries(inputs)) {
    const whole = await all(rows(0));
    expect(whole, kind).toHaveLength(600);
    for (const after of [1, 256, 300, 700])
      expect(await all(rows(after)), kind).toEqual(whole.filter(({ line }) => line > after));
  }
});

test("It can be stopped, and tells how far it has come.", async () => {
  const stop = new AbortController();
  const progress: Progress[] = [];
  async function* many() {
    for (let index = 0; index < 10_000; index += 1) yield { company: { regularEmployees: index } };
  }
  const onProgress = (each: Progress) => {
    progress.push(each);
    if (each.companies >= 512) stop.abort(new Error("enough"));
  };
  const found = all(assessMany(many(), { ...verdicts, signal: stop.signal, onProgress }));
  await expect(found).rejects.toThrow("enough");
  expect(progress.map(({ companies, read }) => [companies, read])).toEqual([
    [256, 256],
    [512, 512],
  ]);
});

test("No more is read than is taken.", async () => {
  let read = 0;
  async function* many() {
    for (;;) {
      read += 1;
      yield new TextEncoder().encode(`${JSON.stringify({ company: { regularEmployees: read } })}\n`.repeat(10_000));
    }
  }
  for await (const { line } of assessMany(readNdjson(many()), verdicts)) if (line >= 3) break;
  expect(read).toBeLessThan(3);
});

test("Measures are asked for by id, those of old names too; an unknown one is refused.", async () => {
  const measures = ["foreign-filing-subsidy"];
  expect((await countMany([{}], { ...options, measures })).map(({ measure }) => measure)).toEqual(measures);
  const [only] = await all(assessMany([{}], { ...verdicts, measures }));
  expect([...(only?.eligible ?? []), ...(only?.undetermined ?? [])]).toEqual(measures);
  await expect(countMany([{}], { ...options, measures: ["nothing"] })).rejects.toThrow(CatalogError);
});
