import { execFileSync } from "node:child_process";

/** Checks the rule files and makes the catalog that the tests import. */
export default function setup(): void {
  execFileSync("npm", ["run", "-s", "generate"], { stdio: ["ignore", "ignore", "inherit"] });
}
