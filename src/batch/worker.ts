import { parentPort, workerData } from "node:worker_threads";
import { ProfileError } from "../errors.ts";
import { judgeBy, type Rules } from "./judge.ts";
import type { Answer, Work } from "./threads.ts";

/** A thread that judges chunks, one after the other, by rules that it works out for itself. */
const port = parentPort;
if (port !== null) {
  const { measures, judge } = judgeBy(workerData as Rules);
  port.on("message", ({ chunk, after }: Work) => {
    const answer = ((): Answer => {
      try {
        return { measures, findings: judge(chunk, after) };
      } catch (error) {
        // An error loses its class on the way, and with it what it holds.
        if (error instanceof ProfileError) return { refused: error.issues };
        throw error;
      }
    })();
    port.postMessage(answer);
  });
}
