import { styleText } from "node:util";
import type { Progress } from "../batch/index.ts";
import { type Lang, say } from "../explain/words.ts";
import { batchWords } from "./batch-words.ts";

const barWidth = 24;
/** A person reads no faster. */
const millisecondsBetween = 100;

/** Tells how far a batch has come, on standard error; nothing where that is no terminal. */
export function progressBar(total: number | undefined, lang: Lang) {
  const { stderr } = process;
  if (!stderr.isTTY) return { show: () => undefined, end: () => undefined };
  const color = !process.env["NO_COLOR"];
  const start = performance.now();
  let shown = Number.NEGATIVE_INFINITY;
  return {
    show(progress: Progress): void {
      const now = performance.now();
      if (now - shown < millisecondsBetween) return;
      shown = now;
      const line = progressLine(progress, total, (now - start) / 1000, lang);
      stderr.write(`\r${color ? styleText("cyan", line, { validateStream: false }) : line}\u001b[K`);
    },
    end: (): void => void stderr.write("\r\u001b[K"),
  };
}

/** A bar with the companies, how many a second, and the time that is left by what is left to read. */
export function progressLine(
  { companies, read }: Progress,
  total: number | undefined,
  seconds: number,
  lang: Lang,
): string {
  const part = total === undefined || total === 0 ? undefined : Math.min(1, read / total);
  const filled = Math.round((part ?? 0) * barWidth);
  const number = (count: number) => Math.round(count).toLocaleString("en-US");
  return [
    ...(part === undefined
      ? []
      : [`[${"#".repeat(filled)}${".".repeat(barWidth - filled)}] ${Math.floor(part * 100)}%`]),
    say(batchWords.companies, lang, { count: number(companies) }),
    say(batchWords.perSecond, lang, { count: number(seconds === 0 ? 0 : companies / seconds) }),
    ...(part === undefined || part === 0
      ? []
      : [say(batchWords.left, lang, { time: minutes((seconds * (1 - part)) / part) })]),
  ].join("  ");
}

/** `1:05` */
function minutes(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
