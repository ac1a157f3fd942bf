import type { Profile } from "../../src/schema/profile.ts";
import { isSame } from "./answer.ts";
import { asOf, catalogOf } from "./catalogs.ts";
import { allFacts } from "./facts.ts";
import { peers } from "./peers/all.ts";
import { strictJsonRulesEngine } from "./peers/json-rules-engine.ts";
import { type Peer, plainName } from "./peers/peer.ts";
import { plainAnswer } from "./plain.ts";
import { referenceAnswer } from "./reference.ts";
import { flat, rulesOf } from "./rules.ts";

/** What a peer makes of profiles that lack facts, when nobody prepares them. */
export interface MissingReport {
  package: string;
  note: string;
  /** On so many of the profiles that lack facts it throws. */
  throws: number;
  /** On so many it names a measure that another value of an absent fact would rule out. */
  claims: number;
  /** On so many it differs from what an engine of its kind should say (two values: absent is false). */
  differs: number;
}

export const lacksFacts = (profile: Profile): boolean => Object.keys(flat(profile)).length < allFacts.length;

/** All peers on the profiles that lack facts, over 60 measures. */
export async function missingData(profiles: readonly Profile[]): Promise<MissingReport[]> {
  const catalog = catalogOf(60);
  const rules = rulesOf(catalog, asOf);
  const cases = profiles.filter(lacksFacts).map((profile) => {
    const record = flat(profile);
    const exact = referenceAnswer(catalog, asOf, profile);
    return { record, exact, certain: new Set(exact.eligible), plain: plainAnswer(rules, record) };
  });
  const reports: MissingReport[] = [];
  for (const peer of [...peers, strictJsonRulesEngine]) {
    const report = { package: peer.package, note: peer.note ?? "", throws: 0, claims: 0, differs: 0 };
    const match = peer.build(rules, plainName);
    for (const { record, exact, certain, plain } of cases) {
      const answer = await caught(() => match(record));
      if (answer === undefined) report.throws++;
      else {
        if (answer.eligible.some((index) => !certain.has(index))) report.claims++;
        if (!isSame(answer, peer.values === 3 ? exact : plain)) report.differs++;
      }
    }
    reports.push(report);
  }
  return reports;
}

async function caught<T>(call: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await call();
  } catch {
    return undefined;
  }
}

/** Whether a peer reads absent facts as it should, so that it can be timed on records as they are. */
export const needsPreparing = (peer: Peer, reports: readonly MissingReport[]): boolean =>
  reports.some(
    (each) => each.package === peer.package && each.note === (peer.note ?? "") && each.throws + each.differs > 0,
  );
