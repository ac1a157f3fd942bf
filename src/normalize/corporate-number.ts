import { type Reading, read, unreadable } from "./reading.ts";
import { fold } from "./text.ts";

// A hyphen in front is no separator but a minus.
const form = /^(?:T[- ]?)?\d(?:[- ]?\d){12}$/i;

/**
 * A Corporate Number (法人番号) as 13 digits: "7000012050002", "7-0000-1205-0002", the invoice number
 * "T7000012050002". Its first digit checks the others.
 */
export function readCorporateNumber(value: unknown): Reading<string> {
  const text = typeof value === "string" ? fold(value) : typeof value === "number" ? String(value) : "";
  if (!form.test(text)) return unreadable("corporate-number-form", value);
  const number = text.replace(/\D/g, "");
  const expected = checkDigit(number.slice(1));
  return number.startsWith(String(expected)) ? read(number) : unreadable("corporate-number-check", value, { expected });
}

/**
 * 平成26年財務省令第70号2条: 9 - (Σ digit × weight mod 9), the weights 1, 2, 1, 2 … from the right. The brackets
 * of the formula as printed are misplaced; the remainder is that of the sum.
 */
function checkDigit(base: string): number {
  const sum = [...base].reverse().reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 2), 0);
  return 9 - (sum % 9);
}
