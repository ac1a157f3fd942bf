// 1912-07-30 and 1926-12-25 bear both names: the edicts renamed the day itself. Later eras begin the day after.
export const eras = [
  { name: "明治", names: "M明", before: 1867, first: "1868-10-23", last: "1912-07-30" },
  { name: "大正", names: "T大", before: 1911, first: "1912-07-30", last: "1926-12-25" },
  { name: "昭和", names: "S昭", before: 1925, first: "1926-12-25", last: "1989-01-07" },
  { name: "平成", names: "H平", before: 1988, first: "1989-01-08", last: "2019-04-30" },
  { name: "令和", names: "R令", before: 2018, first: "2019-05-01", last: "2100-12-31" },
] as const;

/** Until 明治5年12月2日 months followed the moon, so that 明治5年1月1日 is 1872-02-09, not in January. */
export const solarCalendarFrom = "1873-01-01";

/** 令和8年11月21日, 平成元年1月8日; a day on which the era changed bears the new name. */
export function inEra(date: string): string {
  const era = eras.findLast(({ first }) => first <= date);
  if (era === undefined || date < solarCalendarFrom) return date;
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  const count = year - era.before;
  return `${era.name}${count === 1 ? "元" : count}年${month}月${day}日`;
}
