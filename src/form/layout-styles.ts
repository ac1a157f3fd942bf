import { css } from "lit";

/** Where things stand: one column, or questions beside results where there is room. */
export const layout = css`
  .root {
    display: grid;
    gap: 32px;
    padding: 24px 16px;
    grid-template-columns: minmax(0, 1fr);
  }
  @container (min-width: 60rem) {
    .root {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      align-items: start;
    }
    .wholeRow {
      grid-column: 1 / -1;
    }
  }
  h2,
  h3,
  h4,
  h5,
  h6 {
    margin: 0 0 8px;
    line-height: 1.5;
    font-weight: 700;
  }
  h2 {
    font-size: 24px;
  }
  h3 {
    font-size: 20px;
  }
  h4,
  h5,
  h6 {
    font-size: 16px;
  }
  p,
  dl,
  dd,
  ul,
  ol {
    margin: 0;
  }
  .support {
    color: var(--quiet);
    margin-block: 4px 8px;
  }
  .support:empty {
    display: none;
  }
  .error {
    color: var(--error);
    margin-block: 8px;
  }
  .error span {
    display: block;
  }
  .buttons,
  .row,
  .badges {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    margin-block: 16px;
  }
  .badges {
    margin-block: 4px;
    gap: 8px;
  }
  .badge {
    border: 1px solid var(--line);
    border-radius: 4px;
    padding: 0 8px;
    white-space: nowrap;
  }
  .badge.eligible {
    border-color: var(--good);
    color: var(--good);
    font-weight: 700;
  }
  .badge.ineligible {
    color: var(--quiet);
  }
  .questions form ~ form,
  .results > li + li {
    margin-top: 24px;
    padding-top: 24px;
    border-top: 1px solid var(--line);
  }
  .results,
  .hits {
    padding: 0;
    list-style: none;
  }
  .hits li {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    justify-content: space-between;
    padding-block: 8px;
    border-bottom: 1px solid var(--line);
  }
  dl {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 0 12px;
  }
  dl > div {
    display: contents;
  }
  dt {
    color: var(--quiet);
  }
  .sheet {
    border: 1px solid var(--line);
    border-radius: var(--radius);
    padding: 16px;
  }
  .sheet > * + *,
  details > * + * {
    margin-top: 12px;
  }
  li.box {
    list-style: "□ ";
  }
  .table {
    overflow-x: auto;
  }
  table {
    border-collapse: collapse;
    width: 100%;
  }
  table:has(th:nth-child(3)) {
    min-width: 30em;
  }
  th,
  td {
    border: 1px solid var(--line);
    padding: 4px 8px;
    text-align: start;
    vertical-align: top;
  }
  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
