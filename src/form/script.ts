import { catalog } from "../catalog/bundled.ts";
import { ChizaiNavi } from "./element.ts";

/** The one file for a page without a bundler. */
ChizaiNavi.bundled ??= catalog;
if (!customElements.get("chizai-navi")) customElements.define("chizai-navi", ChizaiNavi);
