import { css } from "lit";

/** Colors, in pairs for light and dark; a host page sets its own by the custom properties of the same name. */
export const theme = css`
  :host {
    --text: var(--chizai-navi-text, light-dark(#1a1a1c, #f2f2f2));
    --quiet: var(--chizai-navi-quiet, light-dark(#4d4d4d, #c4c4c4));
    --ground: var(--chizai-navi-ground, light-dark(#ffffff, #1a1a1c));
    --raised: var(--chizai-navi-raised, light-dark(#f2f2f2, #2b2b2e));
    --line: var(--chizai-navi-line, light-dark(#767676, #949494));
    --primary: var(--chizai-navi-primary, light-dark(#0017c1, #9db7f9));
    --on-primary: var(--chizai-navi-on-primary, light-dark(#ffffff, #10112e));
    --error: var(--chizai-navi-error, light-dark(#ce0000, #ff9696));
    --good: var(--chizai-navi-good, light-dark(#115a36, #9bd4b5));
    --radius: var(--chizai-navi-radius, 8px);
    display: block;
    container-type: inline-size;
    color: var(--text);
    background: var(--ground);
    font: 400 16px / 1.7 var(--chizai-navi-font, "Noto Sans JP", "Noto Sans CJK JP", sans-serif);
    letter-spacing: 0.02em;
    overflow-wrap: anywhere;
  }
  :host([hidden]) {
    display: none;
  }
`;
