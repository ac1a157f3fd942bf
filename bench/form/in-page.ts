/** What runs in the page, as text: whatever compiles this file adds nothing that the page lacks. */

/** Evaluates a script and waits until the question it brings has been painted; the milliseconds it took. */
export const measureFirst = `async (script) => {
  const start = performance.now();
  const element = document.createElement("script");
  element.textContent = script;
  document.head.append(element);
  const navi = document.querySelector("chizai-navi");
  do await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  while (!navi.shadowRoot?.querySelector(".questions form"));
  return performance.now() - start;
}`;

/** Keeps of each answer how long the page was at work until it was laid out, question and list. */
export const measureAnswers = `() => {
  const navi = document.querySelector("chizai-navi");
  const root = navi.shadowRoot;
  const shown = "an answer, until it is shown";
  window.spent = { [shown]: [] };
  const fact = () => root.querySelector(".questions form")?.dataset.fact;
  document.addEventListener("click", (event) => {
    if (!(event.composedPath()[0] instanceof HTMLButtonElement)) return;
    const before = fact();
    const start = performance.now();
    const channel = new MessageChannel();
    // After every listener, and after what they put off to the end of the task.
    channel.port1.onmessage = () => {
      navi.getBoundingClientRect();
      if (fact() !== before) window.spent[shown].push(performance.now() - start);
    };
    channel.port2.postMessage(0);
  }, true);
}`;
