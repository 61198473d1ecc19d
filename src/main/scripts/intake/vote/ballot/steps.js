// One step at a time, and the browser's history of them.
import { $ } from "./page.js";
import { draft, pass, pickedUnits, save } from "./state.js";

const steps = { start: "start", code: "code-step", choice: "choice", rate: "rate", review: "review", send: "send", done: "done" };
const inside = ["choice", "rate", "review"];

/** What fills a step before it is shown, by its name. */
export const render = {};

export const say = (words, kind = "") => {
  $("say").className = `notice ${kind}`;
  $("say").textContent = words;
  $("say").hidden = !words;
};

export const show = (step, at = draft.at, words = "") => {
  if (inside.includes(step)) {
    Object.assign(draft, { step, at });
    save();
  }
  say(words);
  Object.entries(steps).forEach(([name, id]) => { $(id).hidden = name !== step; });
  $("kept").hidden = !inside.includes(step);
  $("sure").hidden = true;
  render[step]?.();
  const heading = $(steps[step]).querySelector("h1");
  document.title = document.title.replace(/^.* · /, `${heading.textContent} · `);
  window.scrollTo(0, 0);
  heading.focus();
};

export const go = (step, at = draft.at, words = "") => {
  history.pushState({ step, at }, "");
  show(step, at, words);
};

/** Marks a field as wrong, or as right without words. */
export const fail = (field, words) => {
  $(`${field}-error`).textContent = words;
  $(field).setAttribute("aria-invalid", Boolean(words));
  if (words) $(field).focus();
};

// What is sent, and what came of it, is no step to go back to: neither stands in the history.
window.addEventListener("popstate", ({ state }) => {
  const step = state?.step || "start";
  if (!$("done").hidden || !$("send").hidden || (inside.includes(step) && !pass)) return;
  step === "rate" && !pickedUnits().length ? show("choice") : show(step, state?.at);
});
document.querySelectorAll("[data-go]").forEach((button) => button.addEventListener("click", () => go(button.dataset.go)));
