/** Today's calendar day in Japan. The one place that reads a clock, for callers; the library itself never asks. */
export function todayInJapan(): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Tokyo" }).format();
}
