/** Which measures of a catalog a company can use, and of which that is open, both by index in ascending order. */
export interface Answer {
  eligible: number[];
  undetermined: number[];
}

const sameList = (left: readonly number[], right: readonly number[]): boolean =>
  left.length === right.length && left.every((each, index) => each === right[index]);

export const isSame = (left: Answer, right: Answer): boolean =>
  sameList(left.eligible, right.eligible) && sameList(left.undetermined, right.undetermined);
