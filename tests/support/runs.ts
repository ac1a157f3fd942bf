import fc from "fast-check";

/** How often each law is tried. `LAW_RUNS=10 npx vitest run tests/laws` searches ten times as long. */
const times = Number(process.env["LAW_RUNS"] ?? 1);

export const runs = { catalogs: 100 * times, bundled: 100 * times } as const;

// A counterexample is made smaller for so long, then told as it is, before the test runner gives up waiting.
// The seed stays: configuring anew would forget it.
fc.configureGlobal({ ...fc.readConfigureGlobal(), interruptAfterTimeLimit: 40_000 * times });
