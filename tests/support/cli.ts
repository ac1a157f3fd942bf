import { spawnSync } from "node:child_process";

/** The built command as a user calls it. */
export function cli(args: readonly string[], input = "") {
  const { status, stdout, stderr } = spawnSync("node", ["dist/cli.js", ...args], {
    input,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, NO_COLOR: "1" },
  });
  return { status, stdout, stderr };
}
