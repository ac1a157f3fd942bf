import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { toCalendar } from "../../src/calendar.ts";
import { catalog } from "../../src/catalog/bundled.ts";
import { deadlines } from "../../src/timeline/deadlines.ts";
import { timeline } from "../../src/timeline/timeline.ts";

const profile = {
  company: {
    legalForm: "stock-company",
    industry: "manufacturing",
    statedCapital: 50_000_000,
    regularEmployees: 40,
    foundedOn: "2017-12-01",
    prefecture: "愛知県",
  },
  ip: { filings: [{ right: "patent", office: "JP", status: "planned", claims: 5 }] },
  overseas: { filings: [{ right: "patent", country: "US", cost: 4_000_000, basis: "JP-1" }] },
};
const whole = timeline(profile, { from: "2026-04-01", to: "2028-03-31", catalog });
const days = deadlines(whole);

type Properties = Record<string, { value: string; parameters: string }>;

/** RFC 5545, 3.1 and 3.3.11: lines are unfolded, then text is unescaped. */
function read(text: string) {
  expect(text.endsWith("\r\n")).toBe(true);
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  const lines = text.slice(0, -2).split("\r\n");
  for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  const events: { properties: Properties; alarm?: Properties }[] = [];
  const calendar: Properties = {};
  let open: Properties = calendar;
  for (const line of text.replaceAll("\r\n ", "").split("\r\n").slice(0, -1)) {
    const [, name = "", parameters = "", raw = ""] = /^([A-Z-]+)((?:;[^:]*)?):(.*)$/.exec(line) ?? [];
    expect(name).not.toBe("");
    if (line === "BEGIN:VEVENT") {
      open = {};
      events.push({ properties: open });
    }
    if (line === "BEGIN:VALARM") {
      open = {};
      const event = events.at(-1);
      if (event !== undefined) event.alarm = open;
    } else if (line === "END:VALARM") open = events.at(-1)?.properties ?? {};
    else if (name !== "BEGIN" && name !== "END") {
      // No comma or semicolon of a text stands unescaped.
      if (["SUMMARY", "DESCRIPTION"].includes(name)) expect(raw.replace(/\\[\\;,nN]/g, "")).not.toMatch(/[\\;,]/);
      expect(open).not.toHaveProperty(name);
      const value = raw.replace(/\\([\\;,nN])/g, (_, each: string) => (each.toLowerCase() === "n" ? "\n" : each));
      open[name] = { value, parameters };
    }
  }
  return { calendar, events };
}

test("each deadline is an all-day event that reads back as it was, in both languages", () => {
  for (const lang of ["ja", "en"] as const) {
    const { calendar, events } = read(toCalendar(whole, { lang, catalog }));
    expect(calendar).toMatchObject({
      VERSION: { value: "2.0" },
      PRODID: { value: expect.stringContaining("chizai-navi") },
    });
    expect(days.length).toBeGreaterThan(5);
    expect(events.map(({ properties }) => properties["UID"]?.value)).toEqual(
      days.map(({ measure, kind, day }) => `${measure.id}-${kind}-${day}@chizai-navi`),
    );
    expect(new Set(events.map(({ properties }) => properties["UID"]?.value)).size).toBe(days.length);
    for (const [index, { properties, alarm }] of events.entries()) {
      const { measure, kind, day } = days[index] as (typeof days)[number];
      expect(properties["DTSTART"]).toEqual({ value: day.replaceAll("-", ""), parameters: ";VALUE=DATE" });
      expect(properties["DTSTAMP"]?.value).toBe("20260401T000000Z");
      expect(properties["SUMMARY"]?.value.startsWith(`${measure.name[lang]}: `)).toBe(true);
      expect(alarm?.["TRIGGER"]?.value).toBe(kind === "closes" ? "-P14D" : undefined);
      const file = catalog.measures.find(({ id }) => id === measure.id);
      expect(properties["URL"]?.value).toBe(file !== undefined && "page" in file ? file.page : undefined);
    }
  }
});

test("an event says verdict, amount, why, and whose guidelines decide", () => {
  const event = (lang: "ja" | "en", kind: string) =>
    read(toCalendar(whole, { lang, catalog })).events.find(
      ({ properties }) => properties["UID"]?.value === `foreign-filing-subsidy-${kind}@chizai-navi`,
    )?.properties;
  expect(event("ja", "closes-2026-08-07")).toMatchObject({
    SUMMARY: { value: "外国出願補助金: 受付締切" },
    DESCRIPTION: {
      value:
        "判定：要確認\n金額：最大150万円\n翌日に変わること：2026年度の公募の締切は令和8年8月7日です\n" +
        "金額は採択・交付された場合の目安です。日程及び要件は実施機関が定めます。申請の前に必ず最新の公募要領・案内をご確認ください。",
    },
  });
  expect(event("en", "opens-2026-07-01")).toMatchObject({
    SUMMARY: { value: "Foreign filing subsidy: applications open" },
    DESCRIPTION: {
      value:
        "Verdict: undetermined\nWorth: up to ¥1,500,000\nWhy: the call of fiscal year 2026 opens\n" +
        "Amounts hold if granted. The authority's own guidelines decide on dates and criteria; read the current ones before you apply.",
    },
  });
});

test("the text is the same wherever and whenever it is written", () => {
  const program = `import { catalog } from "./src/catalog/bundled.ts";
    import { toCalendar } from "./src/calendar.ts";
    import { timeline } from "./src/timeline/timeline.ts";
    const whole = timeline(${JSON.stringify(profile)}, { from: "2026-04-01", to: "2028-03-31", catalog });
    process.stdout.write(toCalendar(whole, { lang: "ja", catalog }));`;
  for (const TZ of ["Pacific/Kiritimati", "America/Los_Angeles"]) {
    const { stdout } = spawnSync("node", ["--import", "tsx", "--input-type=module", "-e", program], {
      encoding: "utf8",
      env: { ...process.env, TZ },
    });
    expect(stdout).toBe(toCalendar(whole, { lang: "ja", catalog }));
  }
});

test("without a deadline it is a calendar still", () => {
  const { events } = read(toCalendar({ ...whole, measures: [] }, { lang: "en", catalog }));
  expect(events).toEqual([]);
});
