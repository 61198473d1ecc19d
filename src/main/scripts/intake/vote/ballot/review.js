// Everything once more before it is sent.
import { $, data, el, text } from "./page.js";
import { complain, rated } from "./rating.js";
import { send } from "./sending.js";
import { draft, field, missing, pickedUnits } from "./state.js";
import { go, render } from "./steps.js";

const answer = (unit, item) => {
  const typed = draft.typed[field(unit, item.value)];
  return data.levels.find((level) => level.value === typed)?.label || typed || "—";
};

const opinion = (unit) => {
  const typed = draft.typed[field(unit, "opinion")];
  return typed ? `${typed}\n${text(draft.typed[field(unit, "forward")] ? "forward" : "keep")}` : text("noOpinion");
};

const sheet = (unit, at) => el("section", { className: "card sheet", ariaLabel: unit.name },
  el("header", {},
    el("h2", { textContent: unit.name }),
    el("button", { type: "button", className: "link", textContent: text("change"), ariaLabel: `${text("change")} ${unit.name}`,
      onclick: () => go("rate", at) })),
  el("dl", {},
    ...data.items.flatMap((item) => [el("dt", { textContent: item.label }), el("dd", { textContent: answer(unit, item) })]),
    el("dt", { textContent: text("opinion") }), el("dd", { className: "said", textContent: opinion(unit) })));

render.review = () => {
  $("sheets").replaceChildren(...pickedUnits().map(sheet));
  $("submit").disabled = !draft.picked.length;
};

$("submit").addEventListener("click", () => {
  const open = pickedUnits().findIndex((unit) => missing(unit).length);
  if (open < 0) return send();
  go("rate", open);
  return complain(missing(rated()));
});
