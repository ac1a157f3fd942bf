import { parentPort } from "node:worker_threads";
import { ProfileError } from "../errors.ts";
import { judgeFor, type Rules } from "./judge.ts";
import type { Answer, Work } from "./threads.ts";

/** A thread that judges chunks, one after the other, by the rules that it was told last. */
let rules: Rules | undefined;

function answerTo({ chunk, after, rules: told }: Work): Answer {
  rules = told ?? rules;
  try {
    const { measures, judge } = judgeFor(rules as Rules);
    return { measures, findings: judge(chunk, after) };
  } catch (error) {
    // An error loses its class on the way, and with it what it holds.
    return error instanceof ProfileError ? { refused: error.issues } : { failed: error };
  }
}

parentPort?.on("message", (work: Work) => parentPort?.postMessage(answerTo(work)));
