import type { Speech } from "./dialects.ts";
import { type Part, partExpression, partName } from "./facts.ts";
import type { Held } from "./table.ts";

/** What a query is written on: it keeps which parts of which facts were read, for the step that works them out. */
export interface Page {
  speech: Speech;
  /** The name of a part of a fact, quoted. */
  column: (held: Held, part: Part) => string;
  /** By name, how each part that was read is worked out. */
  read: ReadonlyMap<string, string>;
}

export function newPage(speech: Speech): Page {
  const read = new Map<string, string>();
  const column = (held: Held, part: Part) => {
    const name = partName(held, part);
    read.set(name, partExpression(held, part, speech));
    return speech.name(name);
  };
  return { speech, column, read };
}
