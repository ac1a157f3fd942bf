// Installs the packed tarball in an empty project and uses it as users do: ESM, CommonJS, TypeScript, command line.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");
const project = mkdtempSync(join(tmpdir(), "chizai-navi-"));
const run = (command, args, options = {}) =>
  execFileSync(command, args, { cwd: project, encoding: "utf8", ...options });
const write = (name, text) => writeFileSync(join(project, name), text);
const expected = "eligible 3000000";

const use = `
const profile = { company: { legalForm: "stock-company", industry: "manufacturing", regularEmployees: 148 },
  overseas: { filings: ["a", "b", "c"].map((basis) => ({ right: "patent", basis, cost: 4000000 })) } };
const result = assess(profile, { asOf: "2015-07-01" }).results.find((each) => each.measure.id === "foreign-filing-subsidy");
console.log(result.eligibility, result.estimate.max);`;

function check(name, printed) {
  if (printed.trim() !== expected) throw new Error(`${name}: expected \`${expected}\`, got \`${printed.trim()}\``);
  console.log(`ok ${name}`);
}

try {
  const [{ filename }] = JSON.parse(
    execFileSync("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", project], {
      cwd: root,
      encoding: "utf8",
    }),
  );
  write("package.json", JSON.stringify({ name: "consumer", private: true, type: "module" }));
  run("npm", ["install", "--no-audit", "--no-fund", `./${filename}`], { stdio: ["ignore", "ignore", "inherit"] });

  write("esm.mjs", `import { assess } from "chizai-navi";${use}`);
  check("ESM", run("node", ["esm.mjs"]));
  write("cjs.cjs", `const { assess } = require("chizai-navi");${use}`);
  check("CommonJS", run("node", ["cjs.cjs"]));
  write(
    "own.mjs",
    `import { assess as assessWith, parseCatalog } from "chizai-navi/core";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
const catalog = parseCatalog(JSON.parse(readFileSync(createRequire(import.meta.url).resolve("chizai-navi/catalog.json"), "utf8")));
const assess = (profile, options) => assessWith(profile, { ...options, catalog });${use}`,
  );
  check("core with a catalog of one's own", run("node", ["own.mjs"]));

  // The library that writes calendars is bundled.
  const calendar = `
const text = toCalendar(timeline({}, { from: "2026-04-01", to: "2027-03-31" }), { lang: "en", catalog });
console.log(text.includes("BEGIN:VEVENT") ? "eligible" : "?", 3000000);`;
  write(
    "calendar.mjs",
    `import { catalog, timeline } from "chizai-navi";\nimport { toCalendar } from "chizai-navi/calendar";${calendar}`,
  );
  check("calendar, ESM", run("node", ["calendar.mjs"]));
  write(
    "calendar.cjs",
    `const { catalog, timeline } = require("chizai-navi");\nconst { toCalendar } = require("chizai-navi/calendar");${calendar}`,
  );
  check("calendar, CommonJS", run("node", ["calendar.cjs"]));
  const over = `
const response = await createHandler()(new Request("https://example.test/measures/foreign-filing-subsidy?asOf=2015-07-01"));
console.log(response.status === 200 ? "eligible" : "?", (await response.json()).terms.benefit.caps.at(-1).yen);`;
  write("http.mjs", `import { createHandler } from "chizai-navi/http";${over}`);
  check("HTTP, ESM", run("node", ["http.mjs"]));
  write("http.cjs", `const { createHandler } = require("chizai-navi/http");(async () => {${over}})();`);
  check("HTTP, CommonJS", run("node", ["http.cjs"]));

  // The kit needs no test runner; its random input needs fast-check, which its user installs.
  const { devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const fastCheck = `fast-check@${devDependencies["fast-check"]}`;
  run("npm", ["install", "--no-audit", "--no-fund", fastCheck], { stdio: ["ignore", "ignore", "inherit"] });
  const kit = `
const terms = getTerms("foreign-filing-subsidy", { asOf: "2015-07-01" });
const { pass } = matchers.toHaveCap(terms, { scope: "applicant-fiscal-year", yen: 3000000 });
const days = boundaryDays(catalog, { measure: "foreign-filing-subsidy" });
const [profile] = fc.sample(profiles("2015-07-01"), 1);
console.log(pass && days.length > 0 && profile ? "eligible" : "?", terms.terms.benefit.caps.at(-1).yen);`;
  const named = {
    "chizai-navi": "catalog, getTerms",
    "chizai-navi/testing": "boundaryDays, matchers, profiles",
  };
  const lines = (line) => Object.entries(named).map(([from, names]) => line(names, from));
  write(
    "kit.mjs",
    [...lines((names, from) => `import { ${names} } from "${from}";`), 'import fc from "fast-check";', kit].join("\n"),
  );
  check("testing kit, ESM", run("node", ["kit.mjs"]));
  write(
    "kit.cjs",
    [
      ...lines((names, from) => `const { ${names} } = require("${from}");`),
      'const fc = require("fast-check");',
      kit,
    ].join("\n"),
  );
  check("testing kit, CommonJS", run("node", ["kit.cjs"]));

  write(
    "typed.ts",
    `import { assess, type Assessment, type MeasureId } from "chizai-navi";
const id: MeasureId = "foreign-filing-subsidy";
const assessment: Assessment = assess({ company: { industry: "manufacturing" } }, { asOf: "2026-11-21" });
const [first] = assessment.results;
if (first?.estimate?.kind === "subsidy") console.log(first.estimate.min + (first.estimate.max ?? 0), id);
// @ts-expect-error no such measure
const wrong: MeasureId = "no-such-measure";
// @ts-expect-error the date is required
assess({}, {});
void wrong;

import { createHandler, type Handler } from "chizai-navi/http";
const handler: Handler = createHandler({ limits: { entries: 10 }, cors: { origins: "*" } });
void handler(new Request("https://example.test/"));
// @ts-expect-error no such limit
createHandler({ limits: { bytes: 10 } });

import { getTerms } from "chizai-navi";
import { type Matchers, matchersFor, profiles } from "chizai-navi/testing";
const matchers: Matchers = matchersFor({ lang: "ja" });
matchers.toHaveRate(getTerms("foreign-filing-subsidy", { asOf: "2015-07-01" }), "1/2");
// @ts-expect-error no such scope
matchers.toHaveCap({}, { scope: "year" });
void profiles("2015-07-01");
`,
  );
  const tsc = join(root, "node_modules/.bin/tsc");
  for (const module of ["nodenext", "node16"]) {
    run(tsc, ["--noEmit", "--strict", "--target", "es2022", "--module", module, "typed.ts"], { stdio: "inherit" });
    console.log(`ok TypeScript, ${module}`);
  }
  const shown = JSON.parse(
    run("npx", ["chizai-navi", "show", "foreign-filing-subsidy", "--as-of", "2015-07-01", "--format", "json"]),
  );
  check("command line", `eligible ${shown.terms.benefit.caps.at(-1).yen}`);
  const schema = run("node", ["-p", 'require("chizai-navi/schema/profile.json").type']);
  check("JSON Schema", schema.trim() === "object" ? expected : schema);
} finally {
  rmSync(project, { recursive: true, force: true });
}
