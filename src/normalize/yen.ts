import { wholeNumber, withoutMinusZero } from "./number.ts";
import { type Reading, read, unreadable } from "./reading.ts";
import { fold } from "./text.ts";

const maximum = 10_000_000_000_000;

/** From the largest down, as amounts are written, with the zeros that each stands for. */
const units = [
  ["兆", 12],
  ["億", 8],
  ["千万", 7],
  ["百万", 6],
  ["万", 4],
  ["千", 3],
] as const;

const term = `(${wholeNumber}(?:\\.\\d+)?) ?`;
const amount = new RegExp(`^(?:¥ ?)?${units.map(([unit]) => `(?:${term}${unit} ?)?`).join("")}(?:${term})?(円也?)?$`);

/**
 * An amount in whole yen: 50000000, "5,000万円", "1億2000万", "300千円", "¥1,500,000", "1.5億円".
 * The last term may have decimals if the amount is whole. "1億2000" without 円 is refused: spoken, it means 1億2000万.
 */
export function readYen(value: unknown): Reading<number> {
  const yen = typeof value === "string" ? yenIn(fold(value)) : value;
  if (typeof yen !== "number" || !Number.isInteger(yen) || yen < 0) return unreadable("not-yen", value);
  if (yen > maximum) return unreadable("out-of-range", value, { minimum: 0, maximum });
  return read(withoutMinusZero(yen));
}

function yenIn(text: string): number | undefined {
  const groups = amount.exec(text)?.slice(1);
  if (groups === undefined) return undefined;
  const suffix = groups.pop();
  const terms = groups.flatMap((figure, index) => (figure ? [{ figure, zeros: units[index]?.[1] ?? 0 }] : []));
  if (terms.length === 0) return undefined;
  if (terms.length > 1 && terms.at(-1)?.zeros === 0 && suffix === undefined) return undefined;

  let sum = 0;
  let ceiling = Number.POSITIVE_INFINITY;
  for (const [index, { figure, zeros }] of terms.entries()) {
    const yen = times(figure, zeros);
    // "1億20,000万円" and "1.5億2,000万円" have two readings.
    if (yen === undefined || yen >= ceiling || (figure.includes(".") && index < terms.length - 1)) return undefined;
    sum += yen;
    ceiling = 10 ** zeros;
  }
  return sum;
}

/** Exact, where 1.1 * 10 ** 8 is not: the decimals are moved as digits. */
function times(figure: string, zeros: number): number | undefined {
  const [whole = "", written = ""] = figure.replaceAll(",", "").split(".");
  const decimals = written.replace(/0+$/, "");
  const fits = zeros > 0 ? decimals.length <= zeros : !figure.includes(".");
  return fits ? Number(whole + decimals.padEnd(zeros, "0")) : undefined;
}
