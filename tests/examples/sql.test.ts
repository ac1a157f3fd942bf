import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("the example prints what its text says", () => {
  const [, printed] = /```text\n([\s\S]*?)```/.exec(readFileSync("examples/sql/README.md", "utf8")) ?? [];
  expect(execFileSync("node", ["examples/sql/count.js"], { encoding: "utf8" })).toBe(printed);
});
