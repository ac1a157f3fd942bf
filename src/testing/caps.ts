import { capLine } from "../explain/benefit.ts";
import { yen as yenText } from "../explain/figures.ts";
import { say } from "../explain/words.ts";
import { readShare } from "../normalize/share.ts";
import { readYen } from "../normalize/yen.ts";
import { type Cap, type CapScope, capScopes } from "../schema/benefit.ts";
import type { Condition } from "../schema/condition.ts";
import { type Right, rights } from "../schema/measure.ts";
import {
  answer,
  expectRead,
  known,
  type MatcherOptions,
  type MatcherResult,
  measureName,
  same,
  termsOf,
} from "./matcher.ts";
import type { ShareInput } from "./rates.ts";
import { conditionText, listed, routeText, variantsOf } from "./subsidy.ts";
import { frames } from "./words.ts";

/** A row of caps. A key that is absent is not tested, so that `.not.toHaveCap({})` says that there is no cap at all. */
export interface ExpectedCap {
  scope?: CapScope;
  /** A row that names no rights caps every right. */
  right?: Right;
  purpose?: string;
  /** A `project` cap on so many first years together. */
  years?: number;
  /** The name of a cap that measures, bodies and rounds share. */
  pool?: string;
  /** The condition as the rule writes it. */
  when?: Condition;
  /** Yen: `1000000` or `"100万円"`. */
  yen?: number | string;
  /** In place of yen: a part of a fact, of any fact where none is named. */
  share?: ShareInput | { fact: string; times: ShareInput };
  /** The caps as this route grants them; where absent, those of the terms and of every route. */
  route?: string;
}

const keys = ["scope", "right", "purpose", "years", "pool", "when", "yen", "share", "route"];

/** The expected row in canonical form. @throws MatcherError where a key, a scope, a right or a figure is none. */
function readExpected(expected: ExpectedCap) {
  for (const key of Object.keys(expected)) known(key, keys, "the key");
  const { scope, right, yen, share } = expected;
  if (scope !== undefined) known(scope, capScopes, "the scope");
  if (right !== undefined) known(right, rights, "the right");
  const part: { fact?: string; times?: ShareInput | undefined } =
    typeof share === "object" && "times" in share ? share : { times: share };
  return {
    ...expected,
    yen: yen === undefined ? undefined : expectRead(readYen(yen), "the expected yen"),
    fact: part.fact,
    times: part.times === undefined ? undefined : expectRead(readShare(part.times), "the expected share"),
  };
}

type Wanted = ReturnType<typeof readExpected>;

const isWanted = (cap: Cap, { right, when, yen, fact, times, ...wanted }: Wanted): boolean =>
  (["scope", "purpose", "years", "pool"] as const).every(
    (key) => wanted[key] === undefined || wanted[key] === cap[key],
  ) &&
  (right === undefined || cap.rights === undefined || cap.rights.includes(right)) &&
  (when === undefined || same(when, cap.when)) &&
  (yen === undefined || yen === cap.yen) &&
  (fact === undefined || fact === cap.share?.fact) &&
  (times === undefined || (cap.share !== undefined && times === expectRead(readShare(cap.share.times), "a share")));

function wantedText({ yen, when, fact, times, share: _, ...rest }: Wanted, { lang }: MatcherOptions): string {
  const amount = yen === undefined ? [] : [yenText(yen, lang)];
  const part = times === undefined ? [] : [fact === undefined ? times : `${times} × ${fact}`];
  const named = Object.entries({ ...rest, ...(when === undefined ? {} : { when: JSON.stringify(when) }) });
  const words = [...amount, ...part, ...named.map(([key, value]) => `${key} ${value}`)];
  return words.length === 0 ? frames.anyCap[lang] : say(frames.cap, lang, { keys: words.join(", ") });
}

/** `expect(getTerms(id, { asOf })).toHaveCap({ scope: "case", right: "patent", yen: 1000000 })`: such a row stands there. */
export function toHaveCap(options: MatcherOptions, input: unknown, expected: ExpectedCap): MatcherResult {
  const received = termsOf(input, "toHaveCap");
  const wanted = readExpected(expected);
  const rows = variantsOf(received, wanted.route).flatMap(({ subsidy, ...variant }) =>
    subsidy.caps.map((cap) => ({ cap, ...variant })),
  );
  return answer(
    rows.some(({ cap }) => isWanted(cap, wanted)),
    [frames.terms, frames.notTerms],
    { measure: measureName(received, options), expected: wantedText(wanted, options) },
    () =>
      listed(
        rows.map(
          ({ cap, ...row }) => capLine(cap, options) + conditionText(cap.when, options) + routeText(row, options),
        ),
        received,
        options,
      ),
    options,
  );
}
