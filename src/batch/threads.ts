import { Worker } from "node:worker_threads";
import { type Issue, ProfileError } from "../errors.ts";
import type { Chunk } from "./chunk.ts";
import type { Findings } from "./findings.ts";
import { judgeFor, keyOf, type Rules } from "./judge.ts";

/** What a thread is told: a chunk, and the rules to judge it by, unless it knows them. */
export interface Work {
  rules: Rules | undefined;
  chunk: Chunk;
  after: number;
}

export type Answer =
  | { measures: readonly string[]; findings: Findings }
  | { refused: readonly Issue[] }
  | { failed: unknown };

/** What a chunk came to. */
export interface Judged {
  chunk: Chunk;
  measures: readonly string[];
  findings: Findings;
}

/** Threads that wait for work. They keep what they worked out of the rules, so that asking again is faster. */
export interface Threads {
  readonly count: number;
  /** @returns what the chunks came to, in their order. */
  judge(rules: Rules, chunks: AsyncIterable<Chunk>, after: number): AsyncGenerator<Judged>;
  end(): Promise<void>;
}

/** The thread that asks. */
export const thisThread: Threads = {
  count: 1,
  async *judge(rules, chunks, after) {
    const { measures, judge } = judgeFor(rules);
    for await (const chunk of chunks) yield { chunk, measures, findings: judge(chunk, after) };
  },
  end: async () => undefined,
};

/** Chunks under way for each thread: one that it judges, and one that waits for it. */
const perThread = 2;

/** Starts so many threads. They do not keep the process alive; `end` gives back their memory. */
export function openThreads(count: number): Threads {
  const threads = Array.from({ length: count }, () => new Thread());
  return {
    count,
    async *judge(rules, chunks, after) {
      const open: Promise<Judged>[] = [];
      let next = 0;
      // No more is read than is under way, so memory does not grow with the input.
      for await (const chunk of chunks) {
        const judged = (threads[next++ % count] as Thread).judge(rules, chunk, after);
        // Whoever waits for an earlier chunk first must not leave a failure of this one unheard.
        judged.catch(() => undefined);
        open.push(judged);
        if (open.length === perThread * count) yield await (open.shift() as Promise<Judged>);
      }
      for (const judged of open) yield await judged;
    },
    end: async () => void (await Promise.all(threads.map((thread) => thread.end()))),
  };
}

interface Waiting {
  chunk: Chunk;
  resolve(judged: Judged): void;
  reject(error: unknown): void;
}

class Thread {
  readonly #worker = new Worker(new URL("./batch-worker.js", import.meta.url));
  readonly #waiting: Waiting[] = [];
  /** The rules that it judges by. */
  #known: { key: string; catalog: Rules["catalog"] } | undefined;
  #ended: unknown;

  constructor() {
    this.#worker.unref();
    this.#worker.on("message", (answer: Answer) => {
      const { chunk, resolve, reject } = this.#waiting.shift() as Waiting;
      if (this.#waiting.length === 0) this.#worker.unref();
      if ("refused" in answer) reject(new ProfileError(answer.refused));
      else if ("failed" in answer) reject(answer.failed);
      else resolve({ chunk, ...answer });
    });
    this.#worker.on("error", (error) => this.#fail(error));
    this.#worker.on("exit", () => this.#fail(new Error("The thread has ended.")));
  }

  judge(rules: Rules, chunk: Chunk, after: number): Promise<Judged> {
    if (this.#ended !== undefined) return Promise.reject(this.#ended);
    const key = keyOf(rules);
    const isKnown = this.#known?.key === key && this.#known.catalog === rules.catalog;
    this.#known = { key, catalog: rules.catalog };
    return new Promise((resolve, reject) => {
      this.#waiting.push({ chunk, resolve, reject });
      this.#worker.ref();
      const work: Work = { rules: isKnown ? undefined : rules, chunk, after };
      this.#worker.postMessage(work);
    });
  }

  end = (): Promise<number> => this.#worker.terminate();

  #fail(error: unknown): void {
    this.#ended ??= error;
    for (const { reject } of this.#waiting.splice(0)) reject(this.#ended);
  }
}
