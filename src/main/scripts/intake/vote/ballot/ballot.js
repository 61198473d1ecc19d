// Turns the plain form of the first page into the whole vote.
import "./choice.js";
import "./entrance.js";
import "./review.js";
import { $, text } from "./page.js";
import { resend } from "./sending.js";
import { draft, pass, startAnew } from "./state.js";
import { go, say, show } from "./steps.js";

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

// A printed sheet links to #c=…, which no server sees.
const printed = /^#c=([\w-]+)/.exec(location.hash)?.[1];
if (printed && $("paper")) {
  history.replaceState(null, "", location.pathname + location.search);
  $("paper").open = true;
  $("ticket").value = printed;
  $("ticket").focus();
} else if (draft.sent && pass) {
  resend();
} else if (draft.sent) {
  say(text("settle"));
} else if (pass && draft.step) {
  history.replaceState({ step: draft.step, at: draft.at }, "");
  show(draft.picked.length ? draft.step : "choice");
} else if (Object.keys(draft.typed).length || draft.picked.length) {
  say(text("resume"));
}
