import { availableParallelism } from "node:os";
import { assessMany, type BatchOptions, countMany, type Fault, inLine } from "../batch/index.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { say } from "../explain/words.ts";
import { issueMessage } from "../issues.ts";
import { type Arguments, UsageError } from "./arguments.ts";
import { openInput } from "./batch-input.ts";
import { doneBefore, type Output, openOutput } from "./batch-output.ts";
import { companiesHead, companyText, countsText } from "./batch-text.ts";
import { batchWords } from "./batch-words.ts";
import { progressBar } from "./progress.ts";
import type { Terminal } from "./terminal.ts";

/** Below so many bytes threads take longer to start than one takes to be done. */
const worthThreads = 2 ** 22;
const mostThreads = 8;
/** Faults beyond so many are only counted. */
const mostShown = 20;

/** Judges every company of a file, and writes as it goes. What is told beside the answer goes to standard error. */
export async function batchCommand(args: Arguments, catalog: Catalog, terminal: Terminal): Promise<string> {
  const { give, lang, faults, resume, out, asOf, measures } = args;
  const format = give !== "counts" && args.format === "table" ? "ndjson" : args.format;
  if (resume && (give === "counts" || format !== "ndjson" || out === undefined))
    throw new UsageError(
      "--resume goes on with verdicts or amounts in a file: --give verdicts --format ndjson --out FILE",
    );
  const { source, bytes } = await openInput(args.operands[0] as string);
  const after = resume && out !== undefined ? doneBefore(out) : 0;
  const tell = (text: string): void => void process.stderr.write(`${text}\n`);
  if (after > 0) tell(say(batchWords.resumed, lang, { line: after }));
  const bar = progressBar(bytes, lang);
  const many = Math.min(availableParallelism(), mostThreads);
  const told = { companies: 0, faults: 0 };
  const options: BatchOptions = {
    ...{ asOf, catalog, faults, after },
    threads: args.threads ?? ((bytes ?? worthThreads) < worthThreads ? 1 : many),
    ...(measures === undefined ? {} : { measures }),
    onFault: (fault) => {
      told.faults += 1;
      if (told.faults <= mostShown) tell(faultText(fault, lang));
    },
    onProgress: (progress) => {
      told.companies = progress.companies;
      bar.show(progress);
    },
  };
  const output = openOutput(out, after > 0);
  try {
    if (give === "counts")
      await output.write(countsText(await countMany(source, options), catalog, format, lang, terminal));
    else await writeCompanies(output, { ...options, give }, source, format, lang);
  } finally {
    bar.end();
    await output.end();
  }
  tell(say(batchWords.done, lang, { day: asOf, count: told.companies.toLocaleString("en-US") }));
  if (told.faults > 0) tell(say(batchWords.skipped, lang, { count: told.faults.toLocaleString("en-US") }));
  if (told.faults > mostShown) tell(say(batchWords.notShown, lang, { count: told.faults - mostShown }));
  return "";
}

async function writeCompanies(
  output: Output,
  options: BatchOptions & { give: "verdicts" | "amounts" },
  source: Parameters<typeof countMany>[0],
  format: string,
  lang: Arguments["lang"],
): Promise<void> {
  if (format === "csv") await output.write(companiesHead(options.give, lang));
  const { give, ...rest } = options;
  const rows =
    give === "verdicts" ? assessMany(source, { ...rest, give }) : assessMany(source, { ...rest, give: "amounts" });
  for await (const row of rows) if (!(await output.write(companyText(row, format, lang)))) break;
}

const faultText = (fault: Fault, lang: Arguments["lang"]): string =>
  inLine(fault)
    .map(({ path, code, args }) => `${path}: ${issueMessage(code, args, lang)}`)
    .join("\n");
