import lean from "../generated/form-catalog-en.json" with { type: "json" };
import { ChizaiNavi } from "./element.ts";
import { unpack } from "./unpack.ts";

/** The one file for a page without a bundler; its rules are in English and judge from the day that they were read on. */
ChizaiNavi.bundled ??= unpack(lean);
ChizaiNavi.bundledFrom ??= lean.from;
ChizaiNavi.langs = ["en"];
if (!customElements.get("chizai-navi")) customElements.define("chizai-navi", ChizaiNavi);
