import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { createHandler } from "../../src/http/index.ts";
import { assess, type ProfileInput } from "../../src/index.ts";

const script = readFileSync("examples/kintone/chizai-navi-kintone.js", "utf8");

type Cell = { value: unknown };
type Row = { value: Record<string, Cell> };
type KintoneRecord = Record<string, Cell>;

/** As much of an element as the script uses. */
class FakeElement {
  textContent = "";
  children: FakeElement[] = [];
  asOf?: string;
  profile?: ProfileInput;
  readonly name: string;
  readonly #listeners = new Map<string, (event: { detail?: unknown }) => unknown>();

  constructor(name: string) {
    this.name = name;
  }
  setAttribute(): void {}
  addEventListener(type: string, listener: (event: { detail?: unknown }) => unknown): void {
    this.#listeners.set(type, listener);
  }
  dispatch(type: string, detail?: unknown): unknown {
    return this.#listeners.get(type)?.({ detail });
  }
  replaceChildren(...children: FakeElement[]): void {
    this.children = children;
    // What `<chizai-navi>` does once it stands in the page.
    for (const { name, profile = {}, asOf = "", dispatch } of children)
      if (name === "chizai-navi") dispatch.call(children[0], "assessment", assess(profile, { asOf }));
  }
}

const row = (right: string, country: string, cost: string, basis: string): Row => ({
  value: { 権利: { value: right }, 出願国: { value: country }, 対象経費: { value: cost }, 案件: { value: basis } },
});
/** A record as the screen hands it out: numbers as text, an empty table with one empty row. */
const recordOf = (changes: Record<string, unknown> = {}): KintoneRecord =>
  Object.fromEntries(
    Object.entries({
      基準日: "2015-07-01",
      組織形態: "株式会社",
      業種: "製造業",
      資本金: "50000000",
      従業員数: "148",
      設立日: null,
      都道府県: "福岡",
      相談内容: ["外国出願"],
      外国出願: [row("特許", "US", "4000000", "1"), row("特許", "CN", "4000000", "2"), row("", "", "", "")],
      外国出願補助金_判定: "",
      外国出願補助金_下限: "",
      外国出願補助金_上限: "",
      審査請求料_判定: "",
      審査請求料_下限: "",
      審査請求料_上限: "",
      備考: "社長から電話",
      ...changes,
    }).map(([code, value]) => [code, { value }]),
  );

/** The screen of a record with the script in it. */
function screen(record: KintoneRecord, { server = "", hasForm = true, fetched = fetch } = {}) {
  const space = new FakeElement("space");
  const handlers = new Map<string, (event: object) => object>();
  let set: KintoneRecord | undefined;
  const context = {
    kintone: {
      events: {
        on: (types: string[], handler: (event: object) => object) => {
          for (const type of types) handlers.set(type, handler);
        },
      },
      app: {
        record: {
          get: () => ({ record: structuredClone(record) }),
          set: ({ record: changed }: { record: KintoneRecord }) => {
            set = changed;
          },
          getSpaceElement: (id: string) => (id === "chizai_navi" ? space : null),
        },
      },
    },
    document: { createElement: (name: string) => new FakeElement(name) },
    customElements: { get: () => (hasForm ? FakeElement : undefined) },
    fetch: fetched,
  };
  runInNewContext(script.replace('server: ""', `server: ${JSON.stringify(server)}`), context);
  const event = { type: "app.record.edit.show" };
  expect(handlers.get("app.record.edit.show")?.(event)).toBe(event);
  expect([...handlers.keys()]).toEqual(["app.record.create.show", "app.record.edit.show"]);
  const [button, message, place] = space.children as [FakeElement, FakeElement, FakeElement];
  return { click: () => button.dispatch("click"), message, place, written: () => set };
}

const duel = {
  company: {
    legalForm: "stock-company",
    industry: "manufacturing",
    statedCapital: "50000000",
    regularEmployees: "148",
    prefecture: "福岡",
  },
  needs: ["overseas-filing"],
  overseas: {
    filings: [
      { right: "patent", country: "US", cost: "4000000", basis: "1" },
      { right: "patent", country: "CN", cost: "4000000", basis: "2" },
    ],
  },
};
const values = (record: KintoneRecord | undefined, ...codes: string[]) => codes.map((code) => record?.[code]?.value);
const subsidy = ["外国出願補助金_判定", "外国出願補助金_下限", "外国出願補助金_上限"];

test("the button turns the record into a profile, and writes verdict and amount beside what stands there", async () => {
  const record = recordOf();
  const { click, message, place, written } = screen(record);
  expect(written()).toBeUndefined();
  await click();
  expect(message.textContent).toBe("");
  expect(JSON.parse(JSON.stringify(place.children[0]?.profile))).toEqual(duel);
  expect(values(written(), ...subsidy)).toEqual(["対象", "3000000", "3000000"]);
  const { eligibility } = assess(duel, { asOf: "2015-07-01" }).results.find(
    ({ measure }) => measure.id === "examination-fee-reduction",
  ) as { eligibility: string };
  expect(eligibility).toBe("undetermined");
  expect(values(written(), "審査請求料_判定", "備考", "資本金")).toEqual(["要確認", "社長から電話", "50000000"]);
});

test("each answer in the questionnaire is written again", async () => {
  const { click, place, written } = screen(recordOf());
  await click();
  const large = { ...duel, company: { ...duel.company, statedCapital: 10_000_000_000, regularEmployees: 5000 } };
  await place.children[0]?.dispatch("assessment", assess(large, { asOf: "2015-07-01" }));
  expect(values(written(), ...subsidy)).toEqual(["対象外", "", ""]);
});

test("what is empty stays unknown: no zero, no empty list", async () => {
  const empty = { 組織形態: "", 業種: undefined, 資本金: "", 従業員数: null, 都道府県: " ", 相談内容: [] };
  const { click, place } = screen(recordOf({ ...empty, 外国出願: [row("", "", "", "")] }));
  await click();
  expect(JSON.parse(JSON.stringify(place.children[0]?.profile))).toEqual({});
});

test("a server of one's own gives the same, and says what cannot be read", async () => {
  const handler = createHandler();
  const fetched: typeof fetch = (address, init) => handler(new Request(address as string, init));
  const server = { server: "https://example.test", fetched };
  const { click, written, message } = screen(recordOf(), server);
  await click();
  expect([message.textContent, ...values(written(), ...subsidy)]).toEqual(["", "対象", "3000000", "3000000"]);
  const wrong = screen(recordOf({ 都道府県: "江戸" }), server);
  await wrong.click();
  expect(wrong.message.textContent).toMatch(
    /^1件の誤りがあります。\ncompany\.prefecture: 「江戸」は都道府県ではありません/,
  );
  expect(wrong.written()).toBeUndefined();
});

test.each([
  ["a choice that the table does not know", { 業種: "漁業" }, {}, "「業種」の「漁業」が対応表にありません。"],
  [
    "a choice named like something of every object",
    { 業種: "constructor" },
    {},
    "「業種」の「constructor」が対応表にありません。",
  ],
  ["no day", { 基準日: null }, {}, "「基準日」を入力してください。制度はその日の内容で読みます。"],
  [
    "no library",
    {},
    { hasForm: false },
    "chizai-navi.form.js が読み込まれていません。このファイルより先に並べてください。",
  ],
  [
    "no network",
    {},
    { server: "https://example.test", fetched: () => Promise.reject(new TypeError("Failed to fetch")) },
    "調べられませんでした（Failed to fetch）。",
  ],
])("%s is said, and nothing is written", async (_, changes, options, said) => {
  const { click, message, written } = screen(recordOf(changes), options);
  await click();
  expect([message.textContent, written()]).toEqual([said, undefined]);
});

test("a field that the form lacks is named", async () => {
  const { 資本金: _, ...record } = recordOf();
  const { click, message } = screen(record);
  await click();
  expect(message.textContent).toBe("フィールドコード「資本金」がフォームにありません。");
});

test.each([
  ["組織形態", ["株式会社", "合同会社", "個人事業主"]],
  ["業種", ["製造業", "卸売業", "小売業", "サービス業"]],
  ["相談内容", [["外国出願", "模倣品", "早期の審査", "料金"]]],
  ["外国出願", ["特許", "実用新案", "意匠", "商標"].map((right) => [row(right, "US", "1", "1")])],
])("every choice of %s that the README names is one of the profile", async (field, choices) => {
  for (const choice of choices) {
    const { click, message, written } = screen(recordOf({ [field]: choice }));
    await click();
    expect([message.textContent, written()]).toEqual(["", expect.anything()]);
  }
});

test("the README names every field code of the mapping, and the script makes no HTML of text", () => {
  const readme = readFileSync("examples/kintone/README.md", "utf8");
  const codes = [...script.matchAll(/(?:field|table|verdict|least|most|asOf|space): "([^"]+)"/g)].map(
    ([, code]) => code,
  );
  expect(codes.length).toBeGreaterThan(15);
  expect(codes.filter((code) => !readme.includes(`\`${code}\``))).toEqual([]);
  expect(script).not.toMatch(/innerHTML|insertAdjacentHTML|eval|document\.write/);
  expect(script.charCodeAt(0)).not.toBe(0xfeff);
});
