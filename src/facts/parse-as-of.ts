import { issue, ProfileError } from "../errors.ts";
import { isDate } from "../normalize/calendar.ts";
import { show } from "../normalize/reading.ts";

/** The date that rules are read on, named by the option that holds it. @throws ProfileError if it is no calendar day. */
export function parseAsOf(asOf: unknown, name = "asOf"): string {
  if (typeof asOf === "string" && isDate(asOf)) return asOf;
  throw new ProfileError([issue(name, "not-a-date", { value: show(asOf) })]);
}
