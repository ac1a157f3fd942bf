import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { Catalog } from "../catalog/catalog.ts";
import { issue, ProfileError } from "../errors.ts";
import { type FormLang, formLangs } from "../explain/form-words.ts";
import { handover } from "../explain/handover.ts";
import { label } from "../explain/labels.ts";
import type { Assessment, Question } from "../schema/assessment.ts";
import { namesFound } from "../search/names.ts";
import { type Attributes, nearestLang, sessionFrom } from "./attributes.ts";
import { controls } from "./control-styles.ts";
import type { Drawn } from "./drawn.ts";
import { layout } from "./layout-styles.ts";
import { copyOf, linkWith, printAlone, savedIn } from "./page.ts";
import { searchPanel, sharePanel, sheetPanel } from "./panels.ts";
import { headPart, resultsPart } from "./parts.ts";
import { allQuestions, oneQuestion, pageOrder } from "./questions-part.ts";
import type { ListState } from "./results-view.ts";
import { restore, serialize } from "./saved.ts";
import { answer, assessmentOf, back, dontKnow, forward, profileOf, type Session } from "./session.ts";
import { theme } from "./theme-styles.ts";
import { faultText, options, type View, word } from "./view.ts";

const firstShown = 8;
const shownMore = 20;
const mostFound = 10;
const attributeNames = ["asOf", "lang", "measures", "needs", "profile", "catalog"] as const;

/**
 * `<chizai-navi>`: questions, the live list of measures, search and handover sheet in one element. Nothing is sent or
 * stored. Its events bubble out of any shadow tree and hold plain data: `answer` `{ fact, value? }`, `assessment` (what
 * `assess` returns), `handover` `{ markdown }`.
 */
export class ChizaiNavi extends LitElement implements Attributes {
  static override styles = [theme, layout, controls];
  static override properties = {
    asOf: { attribute: "as-of" },
    lang: {},
    measures: {},
    needs: {},
    profile: {},
    layout: {},
    catalog: { attribute: false },
    session: { attribute: false },
    ui: { state: true },
  };

  /** What is asked with where no catalog is set; each build brings its own. */
  static bundled: Catalog | undefined;
  /** The first day that the bundled rules can judge, where they do not hold those of earlier days. */
  static bundledFrom: string | undefined;
  /** The languages that the build has words in, the default first. */
  static langs: readonly FormLang[] = formLangs;

  declare asOf: string | undefined;
  declare lang: string;
  declare measures: string | readonly string[] | undefined;
  declare needs: string | readonly string[] | undefined;
  declare profile: string | object | undefined;
  /** `step`, one question at a time (the default), or `page`, all at once. */
  declare layout: string | undefined;
  declare catalog: Catalog | undefined;
  /** The questionnaire as it stands, to be kept and set again. */
  declare session: Session | undefined;
  declare protected ui: Drawn;
  #assessed: { key: readonly unknown[]; assessment: Assessment } | undefined;

  constructor() {
    super();
    this.lang = "";
    this.ui = {
      faults: new Map(),
      refused: [],
      asAgain: undefined,
      order: [],
      found: undefined,
      opened: new Set(),
      shown: firstShown,
      isSheetShown: false,
      copiedSheet: { is: "nothing" },
      copiedLink: { is: "nothing" },
    };
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.hasUpdated || attributeNames.some((each) => changed.has(each))) this.#start();
    const view = this.layout === "page" ? this.#view() : undefined;
    if (view !== undefined) this.ui.order = pageOrder(this.ui.order, view);
  }

  #start(): void {
    const catalog = this.#catalog();
    if (catalog === undefined) return;
    const saved = this.hasUpdated ? undefined : savedIn(this);
    const restored = saved === undefined ? undefined : restore(saved, catalog);
    try {
      const { bundled, bundledFrom = "", langs } = this.constructor as typeof ChizaiNavi;
      const session = restored?.ok
        ? { ...restored.session, lang: nearestLang(restored.session.lang, langs) }
        : sessionFrom(this, this.session, catalog, langs);
      if (catalog === bundled && session.asOf < bundledFrom)
        throw new ProfileError([issue("asOf", "before-catalog", { from: bundledFrom })]);
      this.session = session;
      this.#draw({
        refused: restored?.ok === false ? restored.issues : [],
        asAgain: restored?.ok ? restored.asAgain : this.ui.asAgain,
      });
    } catch (error) {
      if (!(error instanceof ProfileError)) throw error;
      this.session = undefined;
      this.#draw({ refused: error.issues });
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    const view = changed.has("session") ? this.#view() : undefined;
    if (view !== undefined && view.assessment !== this.#told) this.#tell("assessment", view.assessment);
    this.#told = view?.assessment ?? this.#told;
  }
  #told: Assessment | undefined;

  protected override render(): TemplateResult {
    const view = this.#view();
    const { lang } = view?.session ?? { lang: nearestLang(this.lang, (this.constructor as typeof ChizaiNavi).langs) };
    const refused = this.ui.refused.map((each) => html`<p class="error" role="alert">＊${faultText(each, lang)}</p>`);
    if (view === undefined) return html`<div class="root" part="root">${refused}</div>`;
    const { order, found, copiedLink, copiedSheet, isSheetShown } = this.ui;
    const steps = { back: () => this.#step(back), forward: () => this.#step(forward) };
    return html`<div class="root" part="root" lang=${options(view).lang}>
      <header class="wholeRow" part="header">
        <slot name="intro"></slot>
        ${headPart(view)} ${refused} ${this.#notice(view)}
      </header>
      <section class="questions" part="questions">
        ${this.layout === "page" ? allQuestions(view, order) : oneQuestion(view, steps)}
      </section>
      <section part="list" aria-labelledby="results-title">${resultsPart(view, this.#list())}</section>
      ${searchPanel(view, found, (text) => this.#draw({ found: namesFound(text, view.catalog, mostFound) }))}
      ${sharePanel(view, copiedLink, (save) => this.#copyLink(view, save))}
      ${sheetPanel(view, {
        isShown: isSheetShown,
        copied: copiedSheet,
        show: () => this.#showSheet(view),
        print: () => printAlone(this),
        copy: async () => this.#draw({ copiedSheet: await copyOf(sheetOf(view)) }),
      })}
      <footer class="wholeRow support" part="footer"><slot name="outro">${word(lang, "claim")}</slot></footer>
    </div>`;
  }

  #notice(view: View): TemplateResult | typeof nothing {
    const { asAgain } = this.ui;
    if (asAgain === undefined) return nothing;
    const { lang } = view.session;
    const facts = asAgain.map(({ fact }) => label(fact, view.catalog, options(view).lang));
    return html`<p role="status">
      ${word(lang, "restored")}
      ${facts.length === 0 ? nothing : word(lang, "asAgain", { facts: facts.join(lang === "en" ? ", " : "、") })}
    </p>`;
  }

  #list(): ListState {
    const { shown, opened } = this.ui;
    return {
      shown,
      opened,
      showMore: () => this.#draw({ shown: shown + shownMore }),
      toggle: (id) =>
        this.#draw({ opened: new Set(opened.has(id) ? [...opened].filter((each) => each !== id) : [...opened, id]) }),
    };
  }

  #catalog(): Catalog | undefined {
    return this.catalog ?? (this.constructor as typeof ChizaiNavi).bundled;
  }

  #view(): View | undefined {
    const { session } = this;
    const catalog = this.#catalog();
    if (session === undefined || catalog === undefined) return undefined;
    const key = [catalog, session.asOf, session.start, session.needs, session.answers];
    if (this.#assessed === undefined || key.some((each, index) => each !== this.#assessed?.key[index]))
      this.#assessed = { key, assessment: assessmentOf(session, catalog) };
    return {
      catalog,
      session,
      assessment: this.#assessed.assessment,
      faults: this.ui.faults,
      take: (question, given) => this.#take(question, given, session, catalog),
      pass: (fact) => this.#answered(fact, dontKnow(session, fact), {}),
    };
  }

  #take(question: Question, given: unknown, session: Session, catalog: Catalog): void {
    const { fact } = question;
    const taken =
      given === undefined ? { session, issues: [issue(fact, "no-answer")] } : answer(session, fact, given, catalog);
    if (taken.issues.length === 0) this.#answered(fact, taken.session, { value: given });
    else {
      this.#draw({ faults: new Map([[fact, taken.issues]]) });
      this.#focus(".faulty input, .faulty select");
    }
  }

  #answered(fact: string, session: Session, told: { value?: unknown }): void {
    this.session = session;
    this.#draw({ faults: new Map(), asAgain: undefined });
    this.#tell("answer", { fact, ...told });
    if (this.layout !== "page") this.#focus(firstField);
  }

  #step(move: (session: Session) => Session): void {
    if (this.session !== undefined) this.session = move(this.session);
    this.#draw({ faults: new Map() });
    this.#focus(firstField);
  }

  #showSheet(view: View): void {
    this.#draw({ isSheetShown: !this.ui.isSheetShown, copiedSheet: { is: "nothing" } });
    if (this.ui.isSheetShown) this.#tell("handover", { markdown: sheetOf(view) });
  }

  async #copyLink({ session, catalog }: View, save: { names: boolean; amounts: boolean }): Promise<void> {
    const link = linkWith(this, serialize(session, { ...save, as: "link" }, catalog));
    this.#draw({ copiedLink: await copyOf(link) });
  }

  #draw(change: Partial<Drawn>): void {
    this.ui = { ...this.ui, ...change };
  }

  #tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }

  /** Whoever answers goes on where the next field stands, once it does. */
  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}

const firstField = ".questions :is(input, select), .questions .done";

const sheetOf = (view: View): string =>
  handover(view.assessment, { ...options(view), profile: profileOf(view.session) });
