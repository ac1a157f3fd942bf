import type { FormLang } from "../explain/form-words.ts";
import { ChizaiNavi } from "./element.ts";
import { unpackText } from "./packing/unpack.ts";
import { type LeanCatalog, unpack } from "./unpack.ts";

/** What the build of a one-file script puts in: a lean catalog, packed, and the languages of the words. */
declare const packedCatalog: string;
declare const langs: readonly FormLang[];

/** The one file for a page without a bundler; its rules judge from the day that they were read on. */
const lean = JSON.parse(unpackText(packedCatalog)) as LeanCatalog;
ChizaiNavi.bundled ??= unpack(lean);
ChizaiNavi.bundledFrom ??= lean.from;
ChizaiNavi.langs = langs;
if (!customElements.get("chizai-navi")) customElements.define("chizai-navi", ChizaiNavi);
