import type { Catalog } from "../catalog/catalog.ts";
import { explainRefusal } from "../explain/refusal.ts";
import { toSql } from "../sql/to-sql.ts";
import type { Arguments } from "./arguments.ts";
import { json } from "./files.ts";

/** The rules as a query, after the table that it reads where that is asked for. What has no SQL is told beside it. */
export function sqlCommand(args: Arguments, catalog: Catalog): string {
  const { asOf, dialect, table, measures, columns, create, format, lang } = args;
  const made = toSql(catalog, {
    asOf,
    dialect,
    table,
    ...(measures === undefined ? {} : { measures }),
    ...(columns === undefined ? {} : { columns }),
  });
  if (format === "json") return json(made);
  for (const refusal of made.refused) process.stderr.write(`${explainRefusal(refusal, { lang })}\n`);
  return `-- ${asOf}\n${create ? `${made.createTable};\n\n` : ""}${made.sql};\n`;
}
