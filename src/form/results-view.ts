import { html, nothing, type TemplateResult } from "lit";
import { resultBlocks, why } from "../explain/explain.ts";
import { amount } from "../explain/figures.ts";
import { plainAvailabilities, plainVerdicts } from "../explain/form-words.ts";
import { availabilityWords, eligibilityWords } from "../explain/words.ts";
import type { Result } from "../schema/assessment.ts";
import { blocksView } from "./blocks-view.ts";
import { focusOf } from "./session.ts";
import { options, told, type View, word } from "./view.ts";

export interface ListState {
  shown: number;
  /** Measures whose criteria are unfolded. */
  opened: ReadonlySet<string>;
  showMore: () => void;
  toggle: (id: string) => void;
}

/** The measures that concern the company: neither ended, nor of another place, nor beside what is asked about. */
export function nearResults({ assessment, session, catalog }: View): Result[] {
  const focus = focusOf(session, catalog);
  return assessment.results.filter(
    ({ status, place, measure }) => status !== "ended" && place !== "elsewhere" && (focus?.has(measure.id) ?? true),
  );
}

export const counts = (view: View): Record<Result["eligibility"], number> => {
  const near = nearResults(view);
  const of = (eligibility: Result["eligibility"]) => near.filter((each) => each.eligibility === eligibility).length;
  return { eligible: of("eligible"), undetermined: of("undetermined"), ineligible: of("ineligible") };
};

export const verdictText = ({ eligibility }: Pick<Result, "eligibility">, { session: { lang } }: View): string =>
  lang === "ja-plain" ? plainVerdicts[eligibility] : told(eligibilityWords[eligibility], lang);

const windowText = ({ availability }: Result, { session: { lang } }: View): string =>
  lang === "ja-plain"
    ? plainAvailabilities[availability]
    : word(lang, "window", { window: told(availabilityWords[availability], lang) });

/** The list as far as it is shown: name, verdict, window, amount, why; criteria and calculation on demand. */
export function resultsView(view: View, state: ListState): TemplateResult {
  const { lang } = view.session;
  const near = nearResults(view);
  const rest = near.length - state.shown;
  return html`<ol class="results" part="results">
      ${near.slice(0, state.shown).map((result) => resultView(result, view, state))}
    </ol>
    ${
      rest > 0
        ? html`<button type="button" class="secondary" part="button" @click=${state.showMore}>
            ${word(lang, "showMore", { count: rest })}
          </button>`
        : nothing
    }`;
}

function resultView(result: Result, view: View, { opened, toggle }: ListState): TemplateResult {
  const { session } = view;
  const { lang } = session;
  const { id, name } = result.measure;
  const toggled = (event: Event) => {
    if ((event.currentTarget as HTMLDetailsElement).open !== opened.has(id)) toggle(id);
  };
  return html`<li part="result" data-measure=${id} data-verdict=${result.eligibility}>
    <h4>${told(name, lang)}</h4>
    <p class="badges">
      <span class="badge ${result.eligibility}" part="verdict">${verdictText(result, view)}</span>
      <span class="badge">${windowText(result, view)}</span>
    </p>
    <dl>
      ${
        result.estimate === null
          ? nothing
          : html`<div><dt>${word(lang, "amount")}</dt><dd>${amount(result.estimate, options(view).lang)}</dd></div>`
      }
      <div>
        <dt>${word(lang, "why")}</dt>
        <dd>${why(result, options(view))}</dd>
      </div>
    </dl>
    <details ?open=${opened.has(id)} @toggle=${toggled}>
      <summary>${word(lang, "details")}<span class="hidden">: ${told(name, lang)}</span></summary>
      ${opened.has(id) ? blocksView(resultBlocks(result, options(view)), 1, lang) : nothing}
    </details>
  </li>`;
}
