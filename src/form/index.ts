import { catalog } from "../catalog/bundled.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { Assessment } from "../schema/assessment.ts";
import type { Attributes } from "./attributes.ts";
import { ChizaiNavi as Element } from "./element.ts";
import type { Session } from "./session.ts";

export type { Attributes } from "./attributes.ts";
export type { Assessment, Catalog, Session };

/** `<chizai-navi>` as a page sees it. */
export interface ChizaiNaviElement extends HTMLElement, Attributes {
  lang: string;
  /** `step`, one question at a time (the default), or `page`, all at once. */
  layout: string | undefined;
  /** The bundled catalog where none is set. */
  catalog: Catalog | undefined;
  /** The questionnaire as it stands: plain data, to be kept and set again. */
  session: Session | undefined;
}

/** The details of the events `answer`, `assessment` and `handover`; without `value` an answer is "don't know". */
export interface ChizaiNaviEvents {
  answer: { fact: string; value?: unknown };
  assessment: Assessment;
  handover: { markdown: string };
}

/** The class of the element; importing this module registers it. */
export const ChizaiNavi: { new (): ChizaiNaviElement; bundled: Catalog | undefined } = Element;

ChizaiNavi.bundled ??= catalog;
if (!customElements.get("chizai-navi")) customElements.define("chizai-navi", ChizaiNavi);

declare global {
  interface HTMLElementTagNameMap {
    "chizai-navi": ChizaiNaviElement;
  }
}
