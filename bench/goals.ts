import type { BatchRow } from "./batch/main.ts";
import type { MatchReport } from "./match/main.ts";
import type { SizeReport } from "./match/size.ts";
import type { PeerRow } from "./match/time-peer.ts";
import type { RealReport } from "./real/main.ts";
import type { StartReport } from "./start/start.ts";

/** Everything that a run measured. Of a quick run some is left out. */
export interface Reports {
  match: MatchReport;
  real: RealReport;
  start: StartReport;
  batch: BatchRow[];
}

/** What was set out for, what was found, and whether that is enough; null where it was not measured. */
export interface Goal {
  goal: string;
  found: string;
  met: boolean | null;
}

/** Other work on the machine moves a ratio by so much. */
const slack = 1.3;

export const times = (ratio: number): string => `${ratio >= 100 ? ratio.toFixed(0) : ratio.toPrecision(2)} ×`;

function atMost(goal: string, most: number, ratio: number | null | undefined): Goal {
  if (ratio === null || ratio === undefined) return { goal, found: "not run", met: null };
  return { goal, found: times(ratio), met: ratio <= most * slack };
}

function atLeast(goal: string, least: number, ratio: number | null | undefined): Goal {
  if (ratio === null || ratio === undefined) return { goal, found: "not run", met: null };
  return { goal, found: times(ratio), met: ratio * slack >= least };
}

export function goals({ match, real, start, batch }: Reports): Goal[] {
  const at = (measures: number): SizeReport | undefined => match.sizes.find((size) => size.measures === measures);
  const peer = (measures: number, name: string): PeerRow | undefined =>
    at(measures)?.peers.find((each) => each.package === name);
  const first = Object.entries(start.ofZodMini).find(([name]) => name.includes("first answer"))?.[1];
  return [
    atMost("60 measures: at most 2 × straight-line code with three values", 2, at(60)?.oursOfLimit),
    atLeast("60 measures: json-rules-engine takes at least 1,000 ×", 1000, peer(60, "json-rules-engine")?.ofOurs),
    atLeast("60 measures: @ucast/mongo2js takes at least 12 ×", 12, peer(60, "@ucast/mongo2js")?.ofOurs),
    atMost("500 measures: level with straight-line code with three values", 1, at(500)?.oursOfLimit),
    atMost("5,000 measures: a third of straight-line code with three values", 1 / 3, at(5000)?.oursOfLimit),
    atMost("50,000 measures: at most 10 × the time of 500", 10, match.scaling),
    atMost("The catalog as shipped: `assess` at most 5 × `JSON.stringify` of its result", 5, real.assessOfStringify),
    atMost("The catalog as shipped: verdicts alone at most 1/50 of `assess`", 1 / 50, real.verdictsOfAssess),
    atMost("Import of `./core` and first answer: at most 1/3 of importing zod/mini", 1 / 3, first),
    ...batchGoals(batch),
  ];
}

/** Ours beside DuckDB, on as many threads. */
function batchGoals(rows: readonly BatchRow[]): Goal[] {
  const onTwo = rows.filter(({ threads }) => threads === 2);
  const database = onTwo.find(({ name }) => name.startsWith("DuckDB"));
  const own = onTwo.find(({ name }) => name.startsWith("chizai-navi"));
  const faster = database && own && database.seconds / own.seconds;
  return [
    atLeast("Batch, two threads: DuckDB takes at least 25 ×", 25, faster),
    {
      goal: "Batch: at most 300 MB",
      found: own === undefined ? "not run" : `${own.megabytes.toFixed(0)} MB`,
      met: own === undefined ? null : own.megabytes <= 300,
    },
  ];
}
