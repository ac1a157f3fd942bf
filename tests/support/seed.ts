import fc from "fast-check";

/** `npm test` tries the same cases everywhere. `LAW_SEED=$RANDOM LAW_RUNS=10 npx vitest run tests/laws` searches on. */
fc.configureGlobal({ seed: Number(process.env["LAW_SEED"] ?? 20261121) });
