import { readFileSync } from "node:fs";
import { catalog as bundled, extendCatalog } from "chizai-navi";
import { parse } from "yaml";

const read = (name) => parse(readFileSync(new URL(`rules/${name}.yaml`, import.meta.url), "utf8"));

const source = "reiji-guidelines-2026";

/** The bundled measures and ours. Throws a CatalogError with every fault if a rule is wrong. */
export const catalog = extendCatalog(bundled, {
  authorities: { "reiji-city": { name: { ja: "例示市", en: "Reiji City" } } },
  sources: {
    [source]: {
      title: "例示市知的財産支援補助金交付要綱（架空）",
      publisher: "例示市",
      statedOn: "2026-04-01",
      confidence: "high",
    },
  },
  parameters: [
    {
      id: "reiji.young-company-staff",
      unit: "persons",
      label: { ja: "創業期企業の従業員数の上限", en: "Most employees of a young company" },
      values: [{ from: "2026-04-01", renewal: "standing", value: 20, source }],
    },
  ],
  measures: [read("reiji-foreign-filing-aid"), read("reiji-young-company-grant")],
});
