/** A piece of a folded text that is looked up, and where it stands in it. */
export interface Term {
  term: string;
  from: number;
  to: number;
}

/** Words of a sentence that tell no measure from another. */
const stopWords = new Set(
  "a an and are as at be before by can could do does for from get had has have help how i if in into is it its me my of on or our out so than that the their there this to up us was we were what when where which who will with without would you your someone else need want".split(
    " ",
  ),
);

/** So many letters of a word tell it: `examination` and `examine`, `subsidy` and `subsidies` are one. */
const stem = 6;

/**
 * Latin words and figures by their first letters, everything else by pairs of neighboring characters; a character that
 * stands alone by itself. Repetitions are kept.
 */
export function termsOf(text: string): Term[] {
  const terms: Term[] = [];
  for (const { 0: run, index } of text.matchAll(/[a-z0-9]+|[^a-z0-9 ]+/g)) {
    if (stopWords.has(run)) continue;
    if (/^[a-z0-9]/.test(run)) {
      terms.push({ term: run.slice(0, stem), from: index, to: index + run.length });
      continue;
    }
    if (run.length === 1) terms.push({ term: run, from: index, to: index + 1 });
    for (let at = 0; at + 2 <= run.length; at += 1)
      terms.push({ term: run.slice(at, at + 2), from: index + at, to: index + at + 2 });
  }
  return terms;
}
