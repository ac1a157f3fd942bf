import type { Issue } from "../errors.ts";
import type { NameFound } from "../search/names.ts";
import type { Copied } from "./panels.ts";
import type { AskedAgain } from "./saved.ts";

/** What is drawn besides the session. */
export interface Drawn {
  faults: ReadonlyMap<string, readonly Issue[]>;
  /** Why the attributes, or the saved answers in the address, are not taken. */
  refused: readonly Issue[];
  asAgain: readonly AskedAgain[] | undefined;
  /** Facts in the order in which the page shows them, so that nothing jumps when it is answered. */
  order: readonly string[];
  found: readonly NameFound[] | undefined;
  opened: ReadonlySet<string>;
  shown: number;
  isSheetShown: boolean;
  copiedSheet: Copied;
  copiedLink: Copied;
}
