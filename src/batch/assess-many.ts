import { type Catalog, currentId, measuresOf } from "../catalog/catalog.ts";
import { CatalogError, issue, ProfileError } from "../errors.ts";
import { parseAsOf } from "../facts/parse-as-of.ts";
import type { ProfileInput } from "../facts/parse-profile.ts";
import type { Chunk, Fault, Source } from "./chunk.ts";
import type { Amount, Give } from "./findings.ts";
import { fromProfiles } from "./readers.ts";
import { type Judged, openThreads, type Threads, thisThread } from "./threads.ts";

/** How far it has come. */
export interface Progress {
  /** Companies judged. */
  companies: number;
  faults: number;
  /** Bytes of a text behind, or entries of anything else. */
  read: number;
}

export interface BatchOptions {
  /** The Japanese calendar day that the rules are read on, `YYYY-MM-DD`. */
  asOf: string;
  catalog: Catalog;
  /** Ids of the measures that are asked for; all where absent. */
  measures?: readonly string[];
  /** What becomes of a line that cannot be read: `stop` (the default) throws, `skip` goes on. */
  faults?: "skip" | "stop";
  /** Each fault that is skipped, in the order of lines. */
  onFault?: (fault: Fault) => void;
  /** 1, the default: in the thread that asks. More: on so many of their own, or on those that `openThreads` started. */
  threads?: number | Threads;
  /** Lines up to this one are left out: those that an earlier run has done. */
  after?: number;
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}

/** What a company can use. `line` is that of the input, or the number of the entry, from 1. */
export interface CompanyVerdicts {
  line: number;
  /** What the company calls itself in the input. */
  id?: string;
  /** Ids; all others are ineligible. */
  eligible: string[];
  undetermined: string[];
}

export interface CompanyAmounts {
  line: number;
  id?: string;
  /** Of those that the company is eligible for, then of the undetermined ones. */
  measures: Amount[];
}

/** For how many companies a measure is what. */
export interface MeasureCount {
  measure: string;
  eligible: number;
  undetermined: number;
  ineligible: number;
}

type Companies = Iterable<ProfileInput> | AsyncIterable<ProfileInput> | Source;

/**
 * The verdicts that `assess` gives, or also what each measure is worth, for company after company in the order of the
 * input. No more is read than is taken, so memory stays bounded however many there are.
 *
 * @throws ProfileError for a line that cannot be read (unless it is skipped), a header with unknown columns, or if `asOf` is
 * no calendar day. @throws CatalogError for measures that the catalog does not hold.
 */
export function assessMany(
  companies: Companies,
  options: BatchOptions & { give: "verdicts" },
): AsyncGenerator<CompanyVerdicts>;
export function assessMany(
  companies: Companies,
  options: BatchOptions & { give: "amounts" },
): AsyncGenerator<CompanyAmounts>;
export async function* assessMany(
  companies: Companies,
  options: BatchOptions & { give: "verdicts" | "amounts" },
): AsyncGenerator<CompanyVerdicts | CompanyAmounts> {
  for await (const judged of judgedChunks(companies, options, options.give)) yield* companiesOf(judged);
}

/**
 * For how many companies each measure is eligible, undetermined and ineligible, in the order of the catalog. The fastest:
 * no company is looked at by itself.
 *
 * @throws as `assessMany`.
 */
export async function countMany(companies: Companies, options: BatchOptions): Promise<MeasureCount[]> {
  const counts = new Map<string, Pick<MeasureCount, "eligible" | "undetermined">>();
  let total = 0;
  for await (const { findings, measures } of judgedChunks(companies, options, "counts")) {
    total += findings.lines.length;
    for (const [index, id] of measures.entries()) {
      const { eligible = 0, undetermined = 0 } = counts.get(id) ?? {};
      counts.set(id, {
        eligible: eligible + (findings.tally?.eligible[index] ?? 0),
        undetermined: undetermined + (findings.tally?.undetermined[index] ?? 0),
      });
    }
  }
  const wanted = options.measures === undefined ? undefined : new Set(wantedMeasures(options));
  return measuresOf(options.catalog)
    .filter(({ id }) => wanted?.has(id) ?? true)
    .map(({ id }) => {
      const { eligible, undetermined } = counts.get(id) ?? { eligible: 0, undetermined: 0 };
      return { measure: id, eligible, undetermined, ineligible: total - eligible - undetermined };
    });
}

async function* judgedChunks(companies: Companies, options: BatchOptions, give: Give): AsyncGenerator<Judged> {
  const { catalog, faults = "stop", threads = 1, after = 0, signal } = options;
  const measures = wantedMeasures(options);
  const rules = { catalog, asOf: parseAsOf(options.asOf), give, ...(measures === undefined ? {} : { measures }) };
  const source = "chunks" in companies ? companies : fromProfiles(companies);
  const judges = typeof threads === "object" ? threads : threads === 1 ? thisThread : openThreads(threads);
  const progress = { companies: 0, faults: 0, read: 0 };
  try {
    for await (const judged of judges.judge(rules, until(source.chunks(give === "amounts"), signal), after)) {
      const { findings, chunk } = judged;
      for (const fault of findings.faults) {
        if (faults === "stop") throw new ProfileError(inLine(fault));
        options.onFault?.(fault);
      }
      yield judged;
      progress.companies += findings.lines.length;
      progress.faults += findings.faults.length;
      progress.read = chunk.end;
      options.onProgress?.({ ...progress });
    }
    signal?.throwIfAborted();
  } finally {
    if (judges !== threads) await judges.end();
  }
}

async function* until(chunks: AsyncIterable<Chunk>, signal: AbortSignal | undefined): AsyncGenerator<Chunk> {
  signal?.throwIfAborted();
  for await (const chunk of chunks) {
    yield chunk;
    signal?.throwIfAborted();
  }
}

function wantedMeasures({ measures, catalog }: BatchOptions): string[] | undefined {
  const known = new Set(measuresOf(catalog).map(({ id }) => id));
  const unknown = measures?.filter((id) => !known.has(currentId(catalog, id))) ?? [];
  if (unknown.length > 0)
    throw new CatalogError(
      unknown.map((id) => issue(id, "unknown-reference", { kind: "measures", id, suggestion: "" })),
    );
  return measures?.map((id) => currentId(catalog, id));
}

/** The issues of a line, whose paths say which. */
export const inLine = ({ line, issues }: Fault) =>
  issues.map((each) => ({ ...each, path: each.path === "" ? `line ${line}` : `line ${line}: ${each.path}` }));

function* companiesOf({ findings, measures }: Judged): Generator<CompanyVerdicts | CompanyAmounts> {
  const { lines, ids, verdicts, amounts } = findings;
  const named = (from: number, to: number): string[] =>
    Array.from(verdicts?.measures.subarray(from, to) ?? [], (index) => measures[index] as string).sort();
  for (const [row, line] of lines.entries()) {
    const id = ids[row];
    const head = { line, ...(id === undefined ? {} : { id }) };
    if (amounts !== undefined) yield { ...head, measures: [...(amounts[row] as Amount[])] };
    else if (verdicts !== undefined) {
      const { ends } = verdicts;
      const [start, middle, end] = [ends[2 * row - 1] ?? 0, ends[2 * row] as number, ends[2 * row + 1] as number];
      yield { ...head, eligible: named(start, middle), undetermined: named(middle, end) };
    }
  }
}
