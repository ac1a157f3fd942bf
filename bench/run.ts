import { runBundled } from "./bundle.ts";

console.log(JSON.stringify(runBundled("match/main.ts", process.argv.slice(2)), null, 1));
