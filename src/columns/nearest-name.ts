/** A longer name than any column has is cut before it is compared. */
const longest = 128;

/** The name that is reached with the fewest letters added, left out or changed; of equals the first. Case is no difference. */
export function nearestName(name: string, known: readonly string[]): string {
  const wanted = name.slice(0, longest).toLowerCase();
  const distances = known.map((each) => distance(wanted, each.toLowerCase()));
  return known[distances.indexOf(Math.min(...distances))] ?? "";
}

/** After Levenshtein, one row of the table at a time. */
function distance(left: string, right: string): number {
  let above = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...left].entries()) {
    const row = [index + 1];
    for (let at = 0; at < right.length; at++) {
      const changed = (above[at] as number) + (letter === right[at] ? 0 : 1);
      row.push(Math.min(changed, (above[at + 1] as number) + 1, (row[at] as number) + 1));
    }
    above = row;
  }
  return above[right.length] as number;
}
