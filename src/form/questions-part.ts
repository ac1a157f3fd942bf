import { html, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { repeat } from "lit/directives/repeat.js";
import { listOf } from "../ask/walk.ts";
import type { Question } from "../schema/assessment.ts";
import { questionView } from "./question-view.ts";
import { nextQuestion, questionAbout, questionsOf } from "./session.ts";
import { type View, word } from "./view.ts";

export interface Steps {
  back: () => void;
  forward: () => void;
}

/** One question, with the way on and the way back. */
export function oneQuestion(view: View, { back, forward }: Steps): TemplateResult {
  const { session, assessment, catalog } = view;
  const { lang } = session;
  const question = nextQuestion(session, assessment, catalog);
  const secondary = (text: string, action: () => void) =>
    html`<button type="button" class="secondary" part="button" @click=${action}>${text}</button>`;
  const backButton = session.at > 0 ? secondary(word(lang, "back"), back) : "";
  if (question === undefined)
    return html`<p class="done" tabindex="-1">${word(lang, "done")}</p>
      <div class="buttons">${backButton}</div>`;
  const revisited = session.at < session.answers.length;
  return html`${keyed(
    `${question.fact} ${session.at}`,
    questionView(
      question,
      view,
      html`<button part="button">${word(lang, "next")}</button>
        ${secondary(word(lang, "dontKnow"), () => view.pass(question.fact))}
        ${revisited ? secondary(word(lang, "forward"), forward) : ""} ${backButton}`,
    ),
  )}`;
}

/** All that is asked and all that was answered, each a form; what is chosen is taken at once, what is typed by Enter. */
export function allQuestions(view: View, order: readonly string[]): TemplateResult {
  const { session, assessment, catalog } = view;
  const { lang } = session;
  const open = new Map(questionsOf(session, assessment, catalog).map((each) => [each.fact, each]));
  return html`<div @change=${takeChoice}>${repeat(
    order.map((fact): Question => open.get(fact) ?? questionAbout(fact, catalog)),
    ({ fact }) => fact,
    (question) =>
      questionView(
        question,
        view,
        html`<button part="button" class="secondary">${word(lang, "take")}</button>
          <button type="button" class="secondary" part="button" @click=${() => view.pass(question.fact)}>
            ${word(lang, "dontKnow")}
          </button>`,
      ),
  )}</div>`;
}

function takeChoice({ target }: Event): void {
  const isChosen =
    target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && target.type === "radio");
  if (isChosen) target.form?.requestSubmit();
}

/** The facts of the page: those that stood there keep their place, new ones stand behind their list or at the end. */
export function pageOrder(before: readonly string[], { session, assessment, catalog }: View): string[] {
  const facts = [
    ...session.answers.map(({ fact }) => fact),
    ...questionsOf(session, assessment, catalog).map(({ fact }) => fact),
  ];
  const order = before.filter((fact) => facts.includes(fact));
  for (const fact of facts.filter((each) => !order.includes(each))) {
    const sibling = order.findLastIndex((each) => listOf(each) === listOf(fact));
    order.splice(sibling === -1 ? order.length : sibling + 1, 0, fact);
  }
  return order;
}
