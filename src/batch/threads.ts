import { Worker } from "node:worker_threads";
import { type Issue, ProfileError } from "../errors.ts";
import type { Chunk } from "./chunk.ts";
import type { Findings } from "./findings.ts";
import { judgeBy, type Rules } from "./judge.ts";

export interface Work {
  chunk: Chunk;
  after: number;
}

export type Answer = { measures: readonly string[]; findings: Findings } | { refused: readonly Issue[] };

/** What a chunk came to. */
export interface Judged {
  chunk: Chunk;
  measures: readonly string[];
  findings: Findings;
}

/** Judges chunks, and gives what they came to in their order. */
export type Judging = (chunks: AsyncIterable<Chunk>, after: number) => AsyncGenerator<Judged>;

/** In this thread. */
export function here(rules: Rules): Judging {
  return async function* (chunks, after) {
    const { measures, judge } = judgeBy(rules);
    for await (const chunk of chunks) yield { chunk, measures, findings: judge(chunk, after) };
  };
}

/** Chunks under way for each thread: one that it judges, and one that waits for it. */
const perThread = 2;

/** On threads of their own. No more chunks are read than are under way, so memory does not grow with the input. */
export function onThreads(rules: Rules, count: number): Judging {
  return async function* (chunks, after) {
    const threads = Array.from({ length: count }, () => new Thread(rules));
    const open: Promise<Judged>[] = [];
    try {
      let next = 0;
      for await (const chunk of chunks) {
        const thread = threads[next++ % count] as Thread;
        const judged = thread.judge(chunk, after);
        // Whoever waits for an earlier chunk first must not leave a failure of this one unheard.
        judged.catch(() => undefined);
        open.push(judged);
        if (open.length === perThread * count) yield await (open.shift() as Promise<Judged>);
      }
      for (const judged of open) yield await judged;
    } finally {
      await Promise.all(threads.map((thread) => thread.end()));
    }
  };
}

interface Waiting {
  chunk: Chunk;
  settle: { resolve: (judged: Judged) => void; reject: (error: unknown) => void };
}

class Thread {
  readonly #worker: Worker;
  readonly #waiting: Waiting[] = [];

  constructor(rules: Rules) {
    this.#worker = new Worker(new URL("./batch-worker.js", import.meta.url), { workerData: rules });
    this.#worker.on("message", (answer: Answer) => {
      const { chunk, settle } = this.#waiting.shift() as Waiting;
      if ("refused" in answer) settle.reject(new ProfileError(answer.refused));
      else settle.resolve({ chunk, ...answer });
    });
    this.#worker.on("error", (error) => {
      for (const { settle } of this.#waiting.splice(0)) settle.reject(error);
    });
  }

  judge(chunk: Chunk, after: number): Promise<Judged> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ chunk, settle: { resolve, reject } });
      const work: Work = { chunk, after };
      this.#worker.postMessage(work);
    });
  }

  end = (): Promise<number> => this.#worker.terminate();
}
