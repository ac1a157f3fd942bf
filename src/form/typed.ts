import type { Question } from "../schema/assessment.ts";

/** What a form's fields hold as an answer; undefined where nothing was entered. */
export function typedIn(form: HTMLFormElement, { type }: Pick<Question, "type">): unknown {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? "").trim();
  switch (type) {
    case "boolean":
      return data.has("answer") ? text("answer") === "true" : undefined;
    case "options":
      return data.has("none") ? [] : data.has("answer") ? data.getAll("answer").map(String) : undefined;
    case "date":
      return dateOf(text("year"), text("month"), text("day"));
    default:
      return text("answer") === "" ? undefined : text("answer");
  }
}

/** 年 and the rest, as `readDate` reads them; what cannot be a date is handed on as it was typed, to be refused. */
function dateOf(year: string, month: string, day: string): string | undefined {
  if (year === "" && month === "" && day === "") return undefined;
  if (day !== "" && month === "") return `${year}年${day}日`;
  const mark = (text: string, unit: string) => (text === "" || text.endsWith(unit) ? text : `${text}${unit}`);
  return `${mark(year, "年")}${mark(month, "月")}${mark(day, "日")}`;
}

/** The three fields again, from what was typed or is known. */
export function partsOfDate(value: unknown): { year: string; month: string; day: string } {
  const text = typeof value === "string" ? value : "";
  const [, year = "", month = "", day = ""] =
    /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? /^(.*?)年(?:(.*?)月)?(?:(.*?)日)?$/.exec(text) ?? [];
  return { year, month, day };
}
