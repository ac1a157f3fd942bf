import { estimate } from "../amount/estimate.ts";
import { worthOf } from "../amount/worth.ts";
import { type Catalog, measuresOf } from "../catalog/catalog.ts";
import { type CompiledCatalog, compiled, type Prepared, prepare } from "../compiled/compile.ts";
import { slices } from "../compiled/slices/slices.ts";
import { derive } from "../facts/derive.ts";
import { scopeOf } from "../facts/scope.ts";
import type { Profile } from "../schema/profile.ts";
import { judge } from "../verdict/judge.ts";
import type { Chunk, Fault } from "./chunk.ts";
import { tallies, verdictLists } from "./collect.ts";
import type { Amount, Findings, Give } from "./findings.ts";
import { chunkReader } from "./read-chunk.ts";
import { rowsPerChunk } from "./table.ts";
import type { Origin, Taker } from "./taker.ts";

/** What companies are judged by, and what is to be found. */
export interface Rules {
  catalog: Catalog;
  asOf: string;
  give: Give;
  /** Of these measures only; of all where absent. */
  measures?: readonly string[];
}

/** What one thread keeps to judge by. Two of the same rules number measures alike. */
export interface Judge {
  measures: readonly string[];
  /** Lines up to `after` are left out. */
  judge(chunk: Chunk, after: number): Findings;
}

/** Which of the rules of one catalog they are. */
export const keyOf = ({ asOf, give, measures }: Rules): string => JSON.stringify([asOf, give, measures]);

const last = new WeakMap<Catalog, { key: string; judge: Judge }>();

/** The judge by these rules: the one of the last time, if they were the same. @throws ProfileError if `asOf` is no day. */
export function judgeFor(rules: Rules): Judge {
  const key = keyOf(rules);
  const known = last.get(rules.catalog);
  if (known?.key === key) return known.judge;
  const judge = judgeBy(rules);
  last.set(rules.catalog, { key, judge });
  return judge;
}

function judgeBy({ catalog, asOf, give, measures: wanted }: Rules): Judge {
  const prepared = only(prepare(catalog, asOf), wanted);
  const { measures } = prepared;
  let matcher: CompiledCatalog | undefined;
  /** For companies that do not fit into cells side by side. */
  const alone = (profile: Profile) => {
    matcher ??= compiled(prepared);
    return matcher.verdicts(profile);
  };
  const { companies, tell } = slices(prepared, rowsPerChunk);
  const read = chunkReader(catalog, companies);
  const byId = new Map(measuresOf(catalog).map((measure) => [measure.id, measure]));

  function amountsOf(profile: Profile): Amount[] {
    const { eligible, undetermined } = alone(profile);
    const scope = scopeOf(derive(profile), catalog, asOf);
    const amount = (eligibility: Amount["eligibility"]) => (index: number) => {
      const id = measures[index] as string;
      const found = estimate(judge(byId.get(id) as NonNullable<ReturnType<typeof byId.get>>, scope), catalog).estimate;
      return { measure: id, eligibility, kind: found?.kind ?? null, worth: worthOf(found) };
    };
    return [...eligible.map(amount("eligible")), ...undetermined.map(amount("undetermined"))];
  }

  return {
    measures,
    judge(chunk, after) {
      const lines: number[] = [];
      const ids: (string | undefined)[] = [];
      const faults: Fault[] = [];
      const amounts: Amount[][] = [];
      const collector = give === "counts" ? tallies(measures.length) : verdictLists();
      let source: Origin | undefined;
      /** Where the line of a company begins in the file, or the profile that it came as. */
      const origins: (number | Profile)[] = [];
      const profileOf = (row: number): Profile => {
        const origin = origins[row] as number | Profile;
        return typeof origin === "number" ? (source as Origin).profileAt(origin) : origin;
      };
      const flush = (): void => {
        tell(profileOf, collector.slice);
        companies.clear();
      };
      const next = (): void => {
        companies.next(lines.length - 1);
        if (companies.count === rowsPerChunk) flush();
      };
      const taker: Taker = {
        said(line, from) {
          if (line <= after) return companies.drop();
          source = from;
          lines.push(line);
          origins.push(from.start);
          if (give !== "counts") ids.push(from.id);
          if (give !== "amounts") next();
          else {
            companies.drop();
            amounts.push(amountsOf(from.profileAt(from.start)));
          }
        },
        profile(line, id, profile) {
          if (line <= after) return;
          lines.push(line);
          ids.push(id);
          origins.push(profile);
          if (give === "amounts") return void amounts.push(amountsOf(profile));
          const said = companies.said(profile);
          if (said === undefined) return collector.company(lines.length - 1, alone(profile));
          companies.put(said);
          next();
        },
        fault(line, issues) {
          if (line > after) faults.push({ line, issues });
        },
      };
      companies.clear();
      read(chunk, after, taker);
      flush();
      const collected = collector.end(lines.length);
      return {
        lines: Uint32Array.from(lines),
        ids: ids.some((id) => id !== undefined) ? ids : [],
        faults,
        ...(give === "amounts" ? { amounts } : "ends" in collected ? { verdicts: collected } : { tally: collected }),
      };
    },
  };
}

/** The conditions of some measures. */
function only(prepared: Prepared, wanted: readonly string[] | undefined): Prepared {
  if (wanted === undefined) return prepared;
  const ids = new Set(wanted);
  const isWanted = (_: unknown, index: number) => ids.has(prepared.measures[index] as string);
  return {
    ...prepared,
    measures: prepared.measures.filter(isWanted),
    conditions: prepared.conditions.filter(isWanted),
  };
}
