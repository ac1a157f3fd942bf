import { html, nothing, type TemplateResult } from "lit";
import { answerAt } from "../ask/answer.ts";
import { entryFor } from "../catalog/vocabulary.ts";
import { value } from "../explain/figures.ts";
import { label } from "../explain/labels.ts";
import { whyAsk } from "../explain/why-ask.ts";
import type { Question } from "../schema/assessment.ts";
import { fieldsOf } from "./fields.ts";
import { answer, profileOf } from "./session.ts";
import { typedIn } from "./typed.ts";
import { faultText, idOf, options, told, type View, word } from "./view.ts";

/** A question with its help, its fields and what can be done: a form of its own. */
export function questionView(question: Question, view: View, more: TemplateResult | typeof nothing): TemplateResult {
  const { session, faults } = view;
  const { lang } = session;
  const { fact } = question;
  const id = idOf(fact);
  const given = session.answers.find((each) => each.fact === fact);
  const found = faults.get(fact) ?? [];
  const support = html`<p class="support" id="${id}-support">
      ${told(question.help, lang)} ${question.type === "date" ? word(lang, "dateHelp") : nothing}
    </p>
    ${given !== undefined && !("value" in given) ? html`<p class="support">${word(lang, "saidUnknown")}</p>` : nothing}`;
  const take = (event: Event) => {
    event.preventDefault();
    view.take(question, typedIn(event.currentTarget as HTMLFormElement, question));
  };
  return html`<form part="question" data-fact=${fact} class=${found.length > 0 ? "faulty" : ""} novalidate @submit=${take} @input=${(event: Event) => readBack(event, question, view)}>
    ${fieldsOf({
      question,
      given: given?.value,
      text: `${entryText(fact, view)}${told(question.text, lang)}`,
      support,
      describedBy: `${found.length > 0 ? `${id}-error ` : ""}${id}-support`,
      isFaulty: found.length > 0,
      view,
    })}
    <output class="support" aria-live="off"></output>
    ${
      found.length === 0
        ? nothing
        : html`<p class="error" part="error" id="${id}-error" role="alert">
            ${found.map((each) => html`<span>＊${faultText(each, lang)}</span>`)}
          </p>`
    }
    <div class="buttons">${more}</div>
    ${
      question.measures.length === 0
        ? nothing
        : html`<details>
            <summary>${word(lang, "whyAsked")}</summary>
            <p>${whyAsk(question, options(view))}</p>
          </details>`
    }
  </form>`;
}

/** Which entry of a list is asked about: 外国出願 #1. */
function entryText(fact: string, { catalog, session }: View): string {
  if (!fact.includes("[")) return "";
  return `${label(fact.replace(/\][^\]]*$/, "]"), catalog, options({ catalog, session }).lang)}: `;
}

/** Amounts and days are said back while they are typed, so that nobody wonders how 1,000万円 was read. */
function readBack(event: Event, question: Question, { session, catalog }: View): void {
  const form = event.currentTarget as HTMLFormElement;
  const output = form.querySelector("output");
  if (output === null || (question.type !== "yen" && question.type !== "date")) return;
  const typed = typedIn(form, question);
  const after = typed === undefined ? session : answer(session, question.fact, typed, catalog).session;
  const read = after === session ? undefined : answerAt(profileOf(after), question.fact);
  const { lang } = options({ session, catalog });
  const text = read === undefined ? "" : value(read, entryFor(question.fact, catalog.facts), lang);
  output.textContent = text === "" ? "" : word(session.lang, "read", { value: text });
}
