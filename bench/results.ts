import { type Goal, goals, type Reports, times } from "./goals.ts";
import type { MatchReport } from "./match/main.ts";
import { peers } from "./match/peers/all.ts";
import type { SizeReport } from "./match/size.ts";
import type { PeerRow } from "./match/time-peer.ts";

export interface Setting {
  date: string;
  node: string;
  processor: string;
  /** Version of each package by its name. */
  versions: Record<string, string>;
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map((_, column) => (column === 0 ? "---" : "---:")), ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");

const count = (number: number): string => number.toLocaleString("en-US");
const whole = (number: number): string => count(Math.round(number));
const micros = (number: number): string => (number >= 100 ? whole(number) : number.toPrecision(2));

/** The whole page, in Markdown. */
export function results(reports: Reports, setting: Setting): string {
  const { match, real, start, batch } = reports;
  return `${[
    "# How fast chizai-navi is, beside others",
    `Measured on ${setting.date} by \`npm run bench\`, Node ${setting.node}, ${setting.processor}. Read the ratios: both sides of each were timed in turn, in one process, and a ratio is the median over the rounds. Figures in microseconds hold for that machine in that hour.`,
    "## Goals",
    "Met or missed with 30 % slack for what else the machine does.",
    table(["goal", "found", ""], goals(reports).map(goalRow)),
    "## One company, made-up catalogs",
    aboutCatalogs(match),
    ...["ofOurs", "ofLimit"].map((ratio) => ratioTable(match, setting, ratio as "ofOurs" | "ofLimit")),
    "### Microseconds for a company",
    timeTable(match),
    "### What peers make of absent facts",
    aboutMissing(match),
    missingTable(match, setting),
    "## The catalog as shipped",
    `${count(real.measures)} measures, ${real.profiles} example profiles; an assessment is ${whole(real.characters / 1000)} kB as JSON. Every value of it is read.`,
    table(
      ["", "time", "µs"],
      [
        ["`JSON.stringify` of a plain copy of the assessment", times(1), micros(real.microseconds.stringify)],
        ["`assess`, read in full", times(real.assessOfStringify), micros(real.microseconds.assess)],
        ["verdicts alone", times(real.verdictsOfStringify), micros(real.microseconds.verdicts)],
      ],
    ),
    "## Import and first answer",
    `Medians of ${start.runs} processes each. What an empty module takes is not counted in the share.`,
    table(
      ["", "of zod/mini", "ms"],
      Object.entries(start.milliseconds).map(([name, ms]) => [
        name,
        start.ofZodMini[name] === undefined ? "" : times(start.ofZodMini[name]),
        ms.toFixed(0),
      ]),
    ),
    "## Many companies",
    "For how many of the companies each measure is eligible and for how many it is open. Every contender has a process of its own, stored the profiles beforehand as it likes, and is held to the counts of straight-line code.",
    table(
      ["", "threads", "companies", "measures", "companies a second", "most memory"],
      batch.map((row) => [
        row.name,
        String(row.threads),
        count(row.profiles),
        count(row.measures),
        whole(row.profiles / row.seconds),
        `${row.megabytes.toFixed(0)} MB`,
      ]),
    ),
  ].join("\n\n")}\n`;
}

const goalRow = ({ goal, found, met }: Goal): string[] => [goal, found, met === null ? "" : met ? "met" : "**missed**"];

function aboutCatalogs({ profiles, lacking, prepared, sizes }: MatchReport): string {
  const means = sizes.map(
    ({ measures, eligible, undetermined }) =>
      `of ${count(measures)} measures ${eligible.toFixed(0)} eligible and ${undetermined.toFixed(0)} open`,
  );
  return [
    `${count(profiles)} companies, ${lacking} of which lack some of the twenty facts; on average ${means.join(", ")}. Measures have 3 to 8 comparisons, nested two to three deep. 80 % have a window, 50 % (from 5,000 measures on 85 %) are tied to a prefecture. Measures that are not in force on the day are left out beforehand for everybody but chizai-navi.`,
    "Straight-line code is JavaScript written out for these very rules (`new Function`), warm, over a profile encoded into integers, encoding included. With three values what is absent leaves a measure open; with two it makes its comparison false.",
    `chizai-navi and straight-line code read canonical profiles; peers get flat records that were made beforehand. ${prepared.join(", ")} read absent facts otherwise than as false, so that they are timed on records in which each absent fact was filled to make its comparisons false. All answers are checked before anything is timed.`,
  ].join("\n\n");
}

const titles = {
  ofOurs: "### Times as long as chizai-navi",
  ofLimit: "### Times as long as straight-line code of as many values",
} as const;

function ratioTable({ sizes }: MatchReport, setting: Setting, ratio: "ofOurs" | "ofLimit"): string {
  const of = (pick: (size: SizeReport) => number) => sizes.map((size) => times(pick(size)));
  const own =
    ratio === "ofOurs"
      ? [
          ["straight-line code", "", "3", ...of((size) => 1 / size.oursOfLimit)],
          ["straight-line code", "", "2", ...of((size) => 1 / size.oursOfTwoValued)],
        ]
      : [["chizai-navi", "", "3", ...of((size) => size.oursOfLimit)]];
  const rows = peers.map((peer) => [
    peer.note === undefined ? peer.package : `${peer.package} (${peer.note})`,
    setting.versions[peer.package] ?? "",
    String(peer.values),
    ...sizes.map((size) => {
      const found = rowOf(size, peer.package)?.[ratio];
      return found === null || found === undefined ? "not run" : times(found);
    }),
  ]);
  const head = ["", "version", "values", ...sizes.map(({ measures }) => `${count(measures)} measures`)];
  return `${titles[ratio]}\n\n${table(head, [...own, ...rows])}`;
}

const rowOf = ({ peers: rows }: SizeReport, name: string): PeerRow | undefined =>
  rows.find((row) => row.package === name);

function timeTable({ sizes }: MatchReport): string {
  const of = (pick: (size: SizeReport) => number | null | undefined) =>
    sizes.map((size) => {
      const found = pick(size);
      return found === null || found === undefined ? "not run" : micros(found);
    });
  return table(
    ["", ...sizes.map(({ measures }) => `${count(measures)} measures`)],
    [
      ["chizai-navi", ...of(({ microseconds }) => microseconds.ours)],
      ["straight-line code, three values", ...of(({ microseconds }) => microseconds.limit)],
      ["straight-line code, two values", ...of(({ microseconds }) => microseconds.twoValued)],
      ...peers.map((peer) => [peer.package, ...of((size) => rowOf(size, peer.package)?.microseconds)]),
    ],
  );
}

const aboutMissing = ({ lacking }: MatchReport): string =>
  `Of the ${lacking} companies that lack facts, over 60 measures, given to each peer as they are. *Throws*: there is no answer. *Claims too much*: it names a measure that the company may turn out not to be eligible for. *Differs*: from what an engine of its kind says where an absent fact makes its comparison false (with three values: open).`;

const missingTable = ({ missing }: MatchReport, setting: Setting): string =>
  table(
    ["", "version", "throws", "claims too much", "differs"],
    missing.map((each) => [
      each.note === "" ? each.package : `${each.package} (${each.note})`,
      setting.versions[each.package] ?? "",
      ...[each.throws, each.claims, each.differs].map(String),
    ]),
  );
