// Turns the plain form of the first page into the whole vote.
import "./choice.js";
import "./entrance.js";
import "./review.js";
import { $, text } from "./page.js";
import { resend } from "./sending.js";
import { draft, dropUnknown, pass, readAgain, receipts, startAnew } from "./state.js";
import { go, render, say, show } from "./steps.js";
import { loaded } from "./units.js";

const ask = (open) => {
  $("sure").hidden = !open;
  $("anew").setAttribute("aria-expanded", open);
  $(open ? "anew-no" : "anew").focus();
};
$("anew").addEventListener("click", () => ask($("sure").hidden));
$("anew-no").addEventListener("click", () => ask(false));
$("anew-yes").addEventListener("click", () => {
  startAnew();
  go("choice", 0, text("cleared"));
});

const begin = (words) => {
  render.start();
  $("start").hidden ? show("start", 0, words) : say(words);
};

const arrive = async () => {
  if (draft.picked.length) {
    await loaded;
    dropUnknown();
  }
  if (draft.sent && pass) {
    resend();
  } else if (draft.sent) {
    begin(text("settle"));
  } else if (pass && draft.step) {
    history.replaceState({ step: draft.step, at: draft.at }, "");
    show(draft.picked.length ? draft.step : "choice");
  } else if (Object.keys(draft.typed).length || draft.picked.length) {
    begin(text("resume"));
  } else if (receipts.length) {
    show("done");
  } else {
    begin("");
  }
};

// A browser that goes back may show the page as it was left, with an answer that will never be heard.
window.addEventListener("pageshow", ({ persisted }) => {
  if (!persisted) return;
  document.querySelectorAll("form button").forEach((button) => { button.disabled = false; });
  if (!$("start").hidden || !$("code-step").hidden) return;
  readAgain();
  arrive();
});

// A printed sheet links to #c=…, which no server sees.
const printed = /^#c=([\w-]+)/.exec(location.hash)?.[1];
if (printed && $("paper")) {
  history.replaceState(null, "", location.pathname + location.search);
  $("paper").open = true;
  $("ticket").value = printed;
  $("ticket").focus();
} else {
  arrive();
}
