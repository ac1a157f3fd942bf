import { html, nothing, type TemplateResult } from "lit";
import type { Block, Item } from "../explain/document.ts";
import type { FormLang } from "../explain/form-words.ts";
import { word } from "./view.ts";

/** A document as elements. What a rule or a profile brings along stays text; `deeper` lowers the headings. */
export const blocksView = (blocks: readonly Block[], deeper: number, lang: FormLang): TemplateResult[] =>
  blocks.map((block) => blockView(block, deeper, lang));

function blockView(block: Block, deeper: number, lang: FormLang): TemplateResult {
  switch (block.is) {
    case "heading":
      return headingView(Math.min(6, block.level + deeper), block.text);
    case "paragraph":
      return html`<p>${block.text}</p>`;
    case "list":
      return listView(block.items, lang);
    case "table":
      return html`<div class="table" role="region" tabindex="0" aria-label=${block.head.join(" / ")}>
        <table>
          <thead>
            <tr>
              ${block.head.map((cell) => html`<th scope="col">${cell}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${block.rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}
          </tbody>
        </table>
      </div>`;
  }
}

function headingView(level: number, text: string): TemplateResult {
  switch (level) {
    case 3:
      return html`<h3>${text}</h3>`;
    case 4:
      return html`<h4>${text}</h4>`;
    case 5:
      return html`<h5>${text}</h5>`;
    default:
      return html`<h6>${text}</h6>`;
  }
}

const listView = (items: readonly Item[], lang: FormLang): TemplateResult =>
  html`<ul>
    ${items.map(
      ({ text, box, address, items: below = [] }) =>
        html`<li class=${box ? "box" : ""}>
          ${box ? html`<span class="hidden">${word(lang, "box")}</span>` : nothing}<span>${text}</span>
          ${isPage(address) ? html`<a href=${address} target="_blank" rel="noopener noreferrer">${address}</a>` : nothing}
          ${below.length > 0 ? listView(below, lang) : nothing}
        </li>`,
    )}
  </ul>`;

/** A catalog that a host hands in may hold anything; only pages are linked. */
const isPage = (address: string | undefined): address is string => address?.startsWith("https://") ?? false;
