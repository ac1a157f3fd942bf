import type { Catalog } from "./catalog/catalog.ts";
import { factAt, type Scope } from "./facts/scope.ts";
import type { Region } from "./schema/assessment.ts";

/** Who is near the company: the bureau of its prefecture, and the prefecture's desk where a source tells it. */
export function regionOf(scope: Scope, catalog: Catalog): Region | null {
  const { known } = factAt(scope, "company.prefecture");
  const prefecture = known.kind === "exact" ? String(known.value) : "";
  const entry = catalog.prefectures[prefecture];
  const bureau = catalog.bureaus[entry?.bureau ?? ""];
  if (entry === undefined || bureau === undefined) return null;
  const office = ({ name, page }: typeof bureau) => ({ name, page: page ?? null });
  return { prefecture, bureau: office(bureau), desk: entry.desk === undefined ? null : office(entry.desk) };
}
