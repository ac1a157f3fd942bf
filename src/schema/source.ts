import * as z from "zod/mini";
import { Day, HttpsAddress } from "./primitives.ts";

/** Where a figure or a criterion stands. `statedOn` is the day that the source speaks of, not the day it was read. */
export const SourceEntry = z.strictObject({
  title: z.string(),
  publisher: z.optional(z.string()),
  url: z.optional(HttpsAddress),
  section: z.optional(z.string()),
  statedOn: Day,
  checkedOn: z.optional(Day),
  confidence: z.enum(["high", "medium", "low"]),
  /** Seen only in third-party text: no official page was found. */
  thirdParty: z.optional(z.literal(true)),
});

export type Source = { id: string } & z.infer<typeof SourceEntry>;
