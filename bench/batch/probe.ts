import { asOf, catalogOf } from "../match/catalogs.ts";
import { prepare } from "../../src/compiled/compile.ts";
import { slices } from "../../src/compiled/slices/slices.ts";
import { compile } from "../../src/compiled/compile.ts";
import { profilesOf } from "../match/profiles.ts";
import { words } from "../../src/compiled/slices/bitmaps.ts";
const n = 65536;
const profiles = profilesOf(n, 1000);
const catalog = catalogOf(500);
const cap = Number(process.argv[2] ?? 16384);
const { companies, tell } = slices(prepare(catalog, asOf), cap);
const said = profiles.map((p) => companies.said(p)!);
function ones(x: number){x = x - ((x>>>1)&0x55555555); x=(x&0x33333333)+((x>>>2)&0x33333333); return Math.imul((x+(x>>>4))&0x0f0f0f0f,0x01010101)>>>24}
let total = 0, fill = 0;
for (let run = 0; run < 60; run++) {
  let e = 0, u = 0; total = 0; fill = 0;
  for (let from = 0; from < n; from += cap) {
    let t = performance.now();
    companies.clear();
    for (let i = from; i < Math.min(n, from + cap); i++) { companies.put(said[i]!); companies.next(i); }
    fill += performance.now() - t; t = performance.now();
    tell((i) => profiles[i]!, ({ memory, certain, possible }) => {
      for (let w = 0; w < words; w++) { e += ones(memory[certain + w]!); u += ones(memory[possible + w]!); }
    });
    total += performance.now() - t;
  }
  console.log(run, "fill", fill.toFixed(1), "tell", total.toFixed(1), "ms;", "per million", ((total * 1e6) / n).toFixed(0), "ms", e, u);
}
if (process.argv[3]) process.exit();
const { verdicts } = compile(catalog, asOf);
for (let run = 0; run < 3; run++) { const t = performance.now(); let e = 0; for (const p of profiles) e += verdicts(p).eligible.length; console.log("scalar", performance.now() - t, e); }
