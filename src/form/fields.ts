import { html, nothing, type TemplateResult } from "lit";
import type { Question } from "../schema/assessment.ts";
import { type Choice, choices } from "./choices.ts";
import { partsOfDate } from "./typed.ts";
import { idOf, type View, type WordKey, word } from "./view.ts";

/** More options than that are a list to unfold. */
const mostRadios = 8;

export interface Field {
  question: Question;
  /** What is answered already. */
  given: unknown;
  text: string;
  /** What stands between the text and the field. */
  support: TemplateResult;
  /** Ids of error and support, in this order. */
  describedBy: string;
  isFaulty: boolean;
  view: View;
}

/** The fields that a question is answered with, under its text: a label, or the legend of a group. */
export function fieldsOf(field: Field): TemplateResult {
  const { question, view } = field;
  if (question.type === "date") return group(field, dateFields(field));
  const offered = choices(question, view);
  if (question.type === "options")
    return group(field, [...offered.map((each) => box(each, field)), noneOfThese(field)]);
  if (offered.length === 0) return labelled(field, written(field));
  return offered.length > mostRadios
    ? labelled(field, unfolding(offered, field))
    : group(
        field,
        offered.map((each) => radio(each, field)),
      );
}

const labelled = ({ question, text, support }: Field, control: TemplateResult): TemplateResult =>
  html`<label class="question" part="label" for=${idOf(question.fact)}>${text}</label>${support}${control}`;

const group = ({ text, support, describedBy }: Field, fields: unknown): TemplateResult =>
  html`<fieldset aria-describedby=${describedBy}>
    <legend class="question" part="label">${text}</legend>
    ${support}
    <div class="choices">${fields}</div>
  </fieldset>`;

const faulty = ({ isFaulty }: Field) => (isFaulty ? "true" : nothing);

const written = (field: Field): TemplateResult => {
  const { question, given, describedBy } = field;
  const isCount = question.type === "count" || question.type === "list";
  const shown = given === undefined ? "" : Array.isArray(given) ? given.join("-") : String(given);
  return html`<input
    part="field"
    class=${question.type === "text" ? "wide" : ""}
    id=${idOf(question.fact)}
    name="answer"
    autocomplete="off"
    inputmode=${isCount ? "numeric" : "text"}
    .defaultValue=${shown}
    aria-invalid=${faulty(field)}
    aria-describedby=${describedBy}
  />`;
};

const unfolding = (offered: readonly Choice[], field: Field): TemplateResult => html`<select
  part="field"
  id=${idOf(field.question.fact)}
  name="answer"
  aria-invalid=${faulty(field)}
  aria-describedby=${field.describedBy}
>
  <option value="">${word(field.view.session.lang, "choose")}</option>
  ${offered.map(({ value, label }) => html`<option value=${value} ?selected=${value === field.given}>${label}</option>`)}
</select>`;

const radio = ({ value, label }: Choice, { given }: Field): TemplateResult =>
  html`<label class="choice"
    ><input type="radio" name="answer" value=${value} ?checked=${String(given) === value} /><span>${label}</span></label
  >`;

const box = ({ value, label }: Choice, { given }: Field): TemplateResult =>
  html`<label class="choice"
    ><input
      type="checkbox"
      name="answer"
      value=${value}
      ?checked=${Array.isArray(given) && given.includes(value)}
    /><span>${label}</span></label
  >`;

const noneOfThese = ({ given, view }: Field): TemplateResult =>
  html`<label class="choice"
    ><input type="checkbox" name="none" ?checked=${Array.isArray(given) && given.length === 0} /><span
      >${word(view.session.lang, "noneOfThese")}</span
    ></label
  >`;

/** 年 月 日, each with its own name; the group has the question's. */
function dateFields(field: Field): TemplateResult[] {
  const known = partsOfDate(field.given);
  const part = (name: "year" | "month" | "day"): TemplateResult => {
    const id = `${idOf(field.question.fact)}-${name}`;
    const key: WordKey = name;
    return html`<span class="date ${name}"
      ><input
        part="field"
        id=${id}
        name=${name}
        autocomplete="off"
        inputmode=${name === "year" ? "text" : "numeric"}
        .defaultValue=${known[name]}
        aria-invalid=${faulty(field)}
      /><label for=${id}>${word(field.view.session.lang, key)}</label></span
    >`;
  };
  return [part("year"), part("month"), part("day")];
}
