import { css } from "lit";

/** Fields and buttons by the facts of デジタル庁デザインシステム: 48 px high, 16 px text, a focus that is seen on any ground. */
export const controls = css`
  fieldset {
    border: 0;
    margin: 0;
    padding: 0;
    min-width: 0;
  }
  .question {
    display: block;
    padding: 0;
    font-size: 18px;
    font-weight: 700;
  }
  input:not([type="radio"], [type="checkbox"]),
  select,
  textarea {
    box-sizing: border-box;
    min-height: 48px;
    width: 16em;
    max-width: 100%;
    padding: 8px 16px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    color: var(--text);
    background: var(--ground);
    font: inherit;
    letter-spacing: inherit;
  }
  input.wide,
  select,
  textarea {
    width: 28em;
  }
  .row input {
    flex: 1 1 12em;
    width: auto;
  }
  [aria-invalid="true"] {
    border: 2px solid var(--error) !important;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 0 24px;
  }
  .choices:has(.date) {
    gap: 8px 12px;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 44px;
    cursor: pointer;
  }
  input[type="radio"],
  input[type="checkbox"] {
    flex: none;
    width: 24px;
    height: 24px;
    margin: 0;
    accent-color: var(--primary);
  }
  .date {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .date input:not([type="radio"]) {
    width: 3.5em;
    padding-inline: 8px;
  }
  .date.year input:not([type="radio"]) {
    width: 6em;
  }
  button {
    min-height: 48px;
    padding: 8px 24px;
    border: 1px solid var(--primary);
    border-radius: var(--radius);
    color: var(--on-primary);
    background: var(--primary);
    font: inherit;
    font-weight: 700;
    letter-spacing: inherit;
    cursor: pointer;
  }
  button.secondary {
    color: var(--primary);
    background: var(--ground);
  }
  button:hover {
    text-decoration: underline;
  }
  a,
  summary {
    color: var(--primary);
  }
  summary {
    min-height: 44px;
    padding-block: 8px;
    box-sizing: border-box;
    cursor: pointer;
  }
  progress {
    width: 100%;
    height: 8px;
    accent-color: var(--primary);
  }
  :focus-visible {
    outline: 4px solid #000000;
    outline-offset: 2px;
    border-radius: 4px;
    box-shadow: 0 0 0 2px #ffd43d;
  }
  @media (prefers-reduced-motion: no-preference) {
    button {
      transition: background-color 0.1s;
    }
  }
  @media (forced-colors: active) {
    .badge.eligible,
    button {
      border: 2px solid ButtonText;
    }
    :focus-visible {
      outline-color: Highlight;
    }
  }
  @media print {
    .root > :not(.wholeRow),
    [part="search"],
    [part="share"],
    .buttons {
      display: none;
    }
  }
`;
