/** Beyond this a line is broken. */
const widest = 100;

export const isShort = (text: string): boolean => text.length <= widest && !text.includes("\n");
export const indented = (text: string): string => text.replaceAll("\n", "\n  ");

export function caseOf(cases: readonly (readonly [when: string, then: string])[], otherwise: string): string {
  const parts = [
    ...cases.map(([when, then]) => `WHEN ${indented(indented(when))} THEN ${indented(indented(then))}`),
    ...(otherwise === "NULL" ? [] : [`ELSE ${indented(indented(otherwise))}`]),
  ];
  const line = `CASE ${parts.join(" ")} END`;
  return isShort(line) ? line : `CASE\n  ${parts.join("\n  ")}\nEND`;
}
