/** How often each law is tried. Raise them to search longer: `LAW_RUNS=10 npx vitest run tests/laws`. */
const times = Number(process.env["LAW_RUNS"] ?? 1);

export const runs = { catalogs: 200 * times, bundled: 300 * times } as const;
