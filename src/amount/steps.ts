import type { Step } from "../schema/assessment.ts";

/** Routes and readings share most of their steps; each is told once. */
export const distinct = (steps: Step[]): Step[] => [
  ...new Map(steps.map((step) => [JSON.stringify([step.code, step.args, step.amount]), step])).values(),
];
