import { worthOf } from "../../src/amount/worth.ts";
import { assess } from "../../src/assess.ts";
import type { CompanyAmounts, CompanyVerdicts } from "../../src/batch/index.ts";
import { readCsv, readNdjson } from "../../src/batch/index.ts";
import type { Catalog } from "../../src/catalog/catalog.ts";
import type { ProfileInput } from "../../src/facts/parse-profile.ts";
import type { Cells } from "../sql/rows.ts";

/** The bytes of a text, in pieces of so many, however that cuts letters and lines. */
export async function* pieces(text: string, size = 1000): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export const csv = (text: string, size?: number) => readCsv(pieces(text, size));
export const ndjson = (text: string, size?: number) => readNdjson(pieces(text, size));

const cellText = (value: Cells[string] | undefined): string =>
  value === undefined ? "" : Array.isArray(value) ? value.join(";") || "none" : String(value);

/** How cells are written: bare, or in quotation marks where `quotes` says so. */
export function csvText(header: readonly string[], rows: readonly Cells[], quotes: (row: number) => boolean): string {
  const lines = rows.map((cells, row) =>
    header.map((name) => (quotes(row) ? `"${cellText(cells[name])}"` : cellText(cells[name]))).join(","),
  );
  return [header.join(","), ...lines].join("\r\n");
}

export const all = async <T>(rows: AsyncIterable<T>): Promise<T[]> => {
  const found: T[] = [];
  for await (const row of rows) found.push(row);
  return found;
};

type Verdict = "eligible" | "undetermined" | "ineligible";

/** What `assess` says, in the form of the batch. */
export function assessed(profile: ProfileInput, options: { asOf: string; catalog: Catalog }) {
  const { results } = assess(profile, options);
  const ids = (verdict: Verdict) =>
    results.flatMap(({ measure, eligibility }) => (eligibility === verdict ? [measure.id] : [])).sort();
  const verdicts: Omit<CompanyVerdicts, "line"> = { eligible: ids("eligible"), undetermined: ids("undetermined") };
  const amounts: CompanyAmounts["measures"] = results.flatMap(({ measure, eligibility, estimate }) =>
    eligibility === "ineligible"
      ? []
      : [{ measure: measure.id, eligibility, kind: estimate?.kind ?? null, worth: worthOf(estimate) }],
  );
  return { verdicts, amounts: byMeasure(amounts) };
}

export const byMeasure = <T extends { measure: string }>(amounts: readonly T[]): T[] =>
  [...amounts].sort((left, right) => (left.measure < right.measure ? -1 : 1));
