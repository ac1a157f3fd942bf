import { html, type TemplateResult } from "lit";
import { day } from "../explain/figures.ts";
import { counts, type ListState, resultsView } from "./results-view.ts";
import { progress } from "./session.ts";
import { options, type View, word } from "./view.ts";

/** Title, day and how far the questions have come. */
export function headPart(view: View): TemplateResult {
  const { session, assessment, catalog } = view;
  const { lang, asOf } = session;
  const { answered, open } = progress(session, assessment, catalog);
  return html`<h2>${word(lang, "title")}</h2>
    <p class="support">${word(lang, "asOf", { date: day(asOf, options(view).lang) })}</p>
    <p role="status" part="progress">${word(lang, "progress", { answered, open })}</p>
    <progress aria-label=${word(lang, "progressName")} max=${answered + open || 1} .value=${answered}></progress>`;
}

/** The measures as they stand, from the first answer on. */
export function resultsPart(view: View, state: ListState): TemplateResult {
  const { session } = view;
  const { lang } = session;
  const isStarted = session.answers.length > 0 || Object.keys(session.start).length > 0;
  return html`<h3 id="results-title">${word(lang, "results")}</h3>
    <p role="status" class="support">${isStarted ? word(lang, "counts", counts(view)) : word(lang, "beforeFirst")}</p>
    ${isStarted ? resultsView(view, state) : ""}`;
}
