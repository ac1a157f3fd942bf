#!/usr/bin/env node
import { catalog } from "../catalog/bundled.ts";
import { CatalogError, ProfileError } from "../errors.ts";
import { issueMessage } from "../issues.ts";
import { readArguments, UsageError } from "./arguments.ts";
import { run } from "./commands.ts";
import { help } from "./help.ts";

/** 0 done; 1 the input is bad; 2 the call is wrong. */
async function main(argv: string[]): Promise<number> {
  const lang = argv.includes("en") ? "en" : "ja";
  try {
    const args = readArguments(argv);
    if (args === "help") process.stdout.write(help[lang]);
    else if (args === "version") process.stdout.write(`${catalog.version}\n`);
    else process.stdout.write(await run(args, terminal()));
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n\n${help[lang]}`);
      return 2;
    }
    if (error instanceof ProfileError || error instanceof CatalogError) {
      for (const { path, code, args } of error.issues)
        process.stderr.write(`${path}: ${issueMessage(code, args, lang)}\n`);
      return 1;
    }
    throw error;
  }
}

const terminal = () => ({
  color: process.stdout.isTTY === true && !process.env["NO_COLOR"],
  columns: process.stdout.columns ?? 120,
});

// A reader that closes the pipe early (`| head`) is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});
process.exitCode = await main(process.argv.slice(2));
