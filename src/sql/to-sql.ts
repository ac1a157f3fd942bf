import { type Catalog, findMeasure, measuresOf } from "../catalog/catalog.ts";
import { columnsOf } from "../columns/columns.ts";
import { rowName as defaultRowName, unknownColumns } from "../columns/row.ts";
import { CatalogError, type Issue, issue } from "../errors.ts";
import type { Scalar } from "../facts/fact.ts";
import { parseAsOf } from "../facts/parse-profile.ts";
import { scopeOf } from "../facts/scope.ts";
import type { Measure } from "../schema/measure.ts";
import type { Dialect, Refusal } from "../schema/sql.ts";
import { speeches } from "./dialects.ts";
import { columnsIn, writeQuery, writeTable } from "./query.ts";
import { nothingMet, type Reading } from "./reading.ts";
import { isNameable, refusalsOf } from "./refusals.ts";
import { tableOf } from "./table.ts";
import { verdictTruth } from "./verdict.ts";

export interface SqlOptions {
  /** The Japanese calendar day that the rules are read on, `YYYY-MM-DD`. */
  asOf: string;
  dialect: Dialect;
  /** The table that holds a row for each company. */
  table: string;
  /** The ids of the measures that are asked about; all of the catalog where absent. */
  measures?: readonly string[];
  /** The columns that the table has, of those that `sqlColumns` names; all of them where absent. */
  columns?: readonly string[];
  /** The column that names a row, given back with its verdicts: `id` where absent. */
  rowName?: string;
}

/** A column of the table, with its type in the dialect. */
export interface SqlColumn {
  name: string;
  type: string;
}

/** A measure whose verdict the query gives. */
export interface SqlMeasure {
  id: string;
  /** The columns that the verdict hangs on, by name. */
  columns: string[];
  /** What it would ask for too, but no column holds: entries of lists, or columns that the table lacks. Taken as unknown. */
  absent: string[];
  /** Presumptions that fill what is not given, by fact. */
  assumes: { fact: string; value: Scalar | readonly never[] }[];
}

export interface Sql {
  /** A SELECT without a semicolon: the row's name and, for each measure, TRUE (eligible), FALSE (ineligible) or NULL (undetermined). */
  sql: string;
  createTable: string;
  /** All columns of the table. */
  columns: SqlColumn[];
  /** In the order of the catalog, as their columns are in the query. */
  measures: SqlMeasure[];
  /** Measures that the query leaves out, since it could not give the verdict that `assess` gives. */
  refused: Refusal[];
}

/**
 * Rules as SQL: for each row of a table the verdicts that `assess` would give for a profile made of the row
 * (`profileFromRow`), on one day. Rows hold canonical values: yen and persons as whole numbers, shares as text `1/3`,
 * prefectures in full. An empty cell is unknown. Head offices are filled from their short forms as `assess` does.
 *
 * Of lists (`ip.filings`) a table has no entries: nobody has given them, so what hangs on one is undetermined unless it is
 * decided without. `absent` names them for each measure.
 *
 * @throws ProfileError if `asOf` is no calendar day, CatalogError with every unknown measure or column and bad name.
 */
export function toSql(catalog: Catalog, options: SqlOptions): Sql {
  const asOf = parseAsOf(options.asOf);
  const { table, rowName = defaultRowName } = options;
  const speech = speeches[options.dialect];
  const issues = [
    ...(options.measures ?? [])
      .filter((id) => findMeasure(catalog, id) === undefined)
      .map((id) => issue(id, "unknown-reference", { kind: "measures", id, suggestion: "" })),
    ...unknownColumns(options.columns ?? [], catalog),
    ...Object.entries({ table, rowName }).flatMap(([at, name]): Issue[] =>
      isNameable(name, speech) ? [] : [issue(at, "not-a-name", { value: name })],
    ),
  ];
  if (issues.length > 0) throw new CatalogError(issues);
  const columns = columnsOf(catalog).filter(({ name }) => options.columns?.includes(name) ?? true);
  const held = tableOf(catalog, columns, asOf);
  const definitions: Reading["definitions"] = new Map();
  const scope = scopeOf({}, catalog, asOf);
  const read = wanted(catalog, options.measures).map((measure) => {
    const met = nothingMet();
    const truth = verdictTruth(measure, scope, { catalog, table: held, definitions, met });
    return { id: measure.id, truth, met, refused: refusalsOf(measure.id, truth, rowName, speech) };
  });
  const said = read.filter(({ refused }) => refused.length === 0);
  return {
    sql: writeQuery(
      said.map(({ id, truth }) => ({ id, truth })),
      { table, rowName, speech },
    ),
    createTable: writeTable(columns, { table, rowName, speech }),
    columns: columns.map(({ name, type }) => ({ name, type: speech.types[type] })),
    measures: said.map(({ id, truth, met }) => ({
      id,
      columns: columnsIn(truth),
      absent: [...met.absent].sort(),
      assumes: [...met.presumed].map(([fact, value]) => ({ fact, value })).sort((a, b) => (a.fact < b.fact ? -1 : 1)),
    })),
    refused: read.flatMap(({ refused }) => refused),
  };
}

const wanted = (catalog: Catalog, ids: readonly string[] | undefined): Measure[] => {
  const chosen = ids && new Set(ids.map((id) => findMeasure(catalog, id)?.id));
  return measuresOf(catalog).filter(({ id }) => chosen?.has(id) ?? true);
};
