import type { Call, Criterion, Terms } from "./measure.ts";

/** Everything that is required or disqualifies, whichever the way in; formal and judged. */
export const criteriaOf = ({ criteria, exclusions = [], routes = [] }: Terms): Criterion[] => [
  ...(criteria === "not-stated" ? [] : criteria),
  ...exclusions,
  ...routes.flatMap((route) => route.criteria ?? []),
];

/** The windows of the terms themselves and of each way in. */
export const callsOf = ({ calls = [], routes = [] }: Terms): Call[] => [
  ...calls,
  ...routes.flatMap((route) => route.calls ?? []),
];
