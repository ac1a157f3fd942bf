/** The numbers below `count`, in an order drawn from `next`. */
export function permuted(count: number, next: () => number): number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    const other = next() % (last + 1);
    [order[last], order[other]] = [order[other] as number, order[last] as number];
  }
  return order;
}

/** The profile with its fields and list entries in another order, and the way back from new paths to old ones. */
export function reordered(profile: unknown, next: () => number): { value: unknown; back: Map<string, string> } {
  const back = new Map<string, string>();
  const walk = (value: unknown, now: string, was: string): unknown => {
    if (Array.isArray(value)) {
      // The first and the last year of a payment are no list.
      if (now.endsWith(".years")) return value;
      return permuted(value.length, next).map((old, index) => {
        back.set(`${now}[${index}]`, `${was}[${old}]`);
        return walk(value[old], `${now}[${index}]`, `${was}[${old}]`);
      });
    }
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value);
    return Object.fromEntries(
      permuted(entries.length, next).map((index) => {
        const [key, each] = entries[index] as [string, unknown];
        // `{ items, complete }` has no place in a path.
        const below = (path: string) => (key === "items" ? path : path === "" ? key : `${path}.${key}`);
        return [key, walk(each, below(now), below(was))];
      }),
    );
  };
  return { value: walk(profile, "", ""), back };
}

/** The answer with its lists sorted and its paths as they stood before the entries moved. */
export function canonical(value: unknown, back: ReadonlyMap<string, string> = new Map()): unknown {
  const path = (text: string): string => {
    for (let end = text.length; end > 0; end = text.lastIndexOf("[", end - 1)) {
      const close = text.indexOf("]", end === text.length ? text.lastIndexOf("[") : end);
      const prefix = text.slice(0, close + 1);
      const old = back.get(prefix);
      if (old !== undefined) return old + text.slice(close + 1);
    }
    return text;
  };
  const walk = (each: unknown): unknown => {
    if (typeof each === "string") return path(each);
    if (Array.isArray(each)) {
      const list = each.map(walk).map((one) => ({ one, text: JSON.stringify(one) }));
      return list
        .sort((left, right) => (left.text < right.text ? -1 : left.text > right.text ? 1 : 0))
        .map(({ one }) => one);
    }
    if (typeof each !== "object" || each === null) return each;
    return Object.fromEntries(
      Object.entries(each)
        .map(([key, one]): [string, unknown] => [path(key), walk(one)])
        .sort(([left], [right]) => (left < right ? -1 : 1)),
    );
  };
  return walk(value);
}
