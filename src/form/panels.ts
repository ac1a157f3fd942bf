import { html, nothing, type TemplateResult } from "lit";
import { handoverBlocks } from "../explain/handover.ts";
import type { NameFound } from "../search/names.ts";
import { blocksView } from "./blocks-view.ts";
import { verdictText } from "./results-view.ts";
import { profileOf } from "./session.ts";
import { options, told, type View, word } from "./view.ts";

/** What was copied: nothing yet, done, or the text to copy by hand. */
export type Copied = { is: "nothing" } | { is: "done" } | { is: "failed"; text: string };

/** The search box, and what was found with this company's verdict. */
export function searchPanel(
  view: View,
  found: readonly NameFound[] | undefined,
  search: (text: string) => void,
): TemplateResult {
  const { lang } = view.session;
  const submitted = (event: Event) => {
    event.preventDefault();
    search(String(new FormData(event.currentTarget as HTMLFormElement).get("query") ?? ""));
  };
  const result = (id: string) => view.assessment.results.find(({ measure }) => measure.id === id);
  return html`<section part="search">
    <form role="search" @submit=${submitted}>
      <label class="question" for="query">${word(lang, "search")}</label>
      <p class="support" id="query-support">${word(lang, "searchHelp")}</p>
      <div class="row">
        <input part="field" class="wide" type="search" id="query" name="query" autocomplete="off" aria-describedby="query-support" />
        <button class="secondary" part="button">${word(lang, "searchButton")}</button>
      </div>
    </form>
    <p role="status">
      ${
        found === undefined
          ? nothing
          : found.length === 0
            ? word(lang, "foundNone")
            : word(lang, "found", { count: found.length })
      }
    </p>
    <ul class="hits">
      ${(found ?? []).map(({ id, name }) => {
        const known = result(id);
        return html`<li data-measure=${id}>
          <span>${told(name, lang)}</span>
          ${known === undefined ? nothing : html`<span class="badge ${known.eligibility}">${verdictText(known, view)}</span>`}
        </li>`;
      })}
    </ul>
  </section>`;
}

export interface SheetActions {
  isShown: boolean;
  copied: Copied;
  show: () => void;
  print: () => void;
  copy: () => void;
}

/** The handover sheet: shown, printed, copied. */
export function sheetPanel(view: View, { isShown, copied, show, print, copy }: SheetActions): TemplateResult {
  const { lang } = view.session;
  const sheet = () => handoverBlocks(view.assessment, { ...options(view), profile: profileOf(view.session) });
  return html`<section class="wholeRow" part="sheet" aria-label=${word(lang, "sheet")}>
    <div class="buttons">
      <button type="button" class="secondary" part="button" aria-expanded=${isShown} @click=${show}>
        ${word(lang, isShown ? "hideSheet" : "showSheet")}
      </button>
      ${
        isShown
          ? html`<button type="button" class="secondary" part="button" @click=${print}>${word(lang, "print")}</button>
              <button type="button" class="secondary" part="button" @click=${copy}>${word(lang, "copy")}</button>`
          : nothing
      }
    </div>
    ${copiedView(copied, "sheet", view)} ${isShown ? html`<div class="sheet">${blocksView(sheet(), 2, lang)}</div>` : nothing}
  </section>`;
}

/** The link that holds the answers, and what it may hold. */
export function sharePanel(
  view: View,
  copied: Copied,
  copy: (save: { names: boolean; amounts: boolean }) => void,
): TemplateResult {
  const { lang } = view.session;
  const submitted = (event: Event) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget as HTMLFormElement);
    copy({ names: data.has("names"), amounts: data.has("amounts") });
  };
  return html`<section part="share">
    <details>
      <summary>${word(lang, "share")}</summary>
      <form @submit=${submitted}>
        <p class="support">${word(lang, "shareHelp")}</p>
        <label class="choice"><input type="checkbox" name="names" /><span>${word(lang, "withNames")}</span></label>
        <label class="choice"><input type="checkbox" name="amounts" /><span>${word(lang, "withAmounts")}</span></label>
        <div class="buttons"><button class="secondary" part="button">${word(lang, "copyLink")}</button></div>
      </form>
      ${copiedView(copied, "link", view)}
    </details>
  </section>`;
}

function copiedView(copied: Copied, id: string, { session: { lang } }: View): TemplateResult {
  return html`<p role="status">
      ${copied.is === "nothing" ? nothing : word(lang, copied.is === "done" ? "copied" : "notCopied")}
    </p>
    ${
      copied.is === "failed"
        ? html`<label class="question" for="copy-${id}">${word(lang, "copyText")}</label>
            <textarea id="copy-${id}" readonly rows="6" .value=${copied.text}></textarea>`
        : nothing
    }`;
}
