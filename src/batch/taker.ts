import type { Issue } from "../errors.ts";
import type { Profile } from "../schema/profile.ts";

/** Where a company was read from: what it calls itself there, and its profile, should somebody want it. */
export interface Origin {
  readonly id: string | undefined;
  readonly start: number;
  profileAt(start: number): Profile;
}

/** Who takes in the companies of a chunk, line by line. */
export interface Taker {
  /** What the line says is in the cells of the company that is to be next. */
  said(line: number, origin: Origin): void;
  profile(line: number, id: string | undefined, profile: Profile): void;
  fault(line: number, issues: readonly Issue[]): void;
}
