// Which units one rates, and as whom.
import { $, choices, data, el, pairs, text } from "./page.js";
import { draft, order, save } from "./state.js";
import { go, render, say } from "./steps.js";
import { loaded } from "./units.js";

const MOST = 20;

const countPicked = () => { $("picked").textContent = text(draft.picked.length > MOST ? "full" : "picked", draft.picked.length); };

const pick = ({ target }) => {
  draft.picked = draft.picked.filter((code) => code !== target.value).concat(target.checked ? target.value : []);
  save();
  countPicked();
};

const rateAs = ({ target }) => {
  draft.raters = target.value;
  save();
};

// So many are drawn at once that a screen is full, and so few that a key is answered within a frame; the rest follows.
const SLICE = 24;

let found = [];
let drawing = 0;

const groupOf = (unit) => {
  const last = $("units").lastElementChild;
  if (last?.name === unit.group) return last.lastElementChild;
  const choicesOf = el("div", { className: "choices" });
  $("units").append(el("fieldset", { name: unit.group }, el("legend", { textContent: unit.group }), choicesOf));
  return choicesOf;
};

// Another word that is typed meanwhile begins another drawing, and ends this one.
const draw = (mine, from) => {
  if (mine !== drawing) return;
  found.slice(from, from + SLICE).forEach((unit) => groupOf(unit)
    .append(...choices("checkbox", "unit", [[unit.code, unit.name]], (code) => draft.picked.includes(code), pick)));
  if (from + SLICE < found.length) setTimeout(draw, 0, mine, from + SLICE);
};

const narrow = () => {
  const words = $("find").value.trim().toLowerCase();
  found = order().filter((unit) => unit.search.includes(words));
  $("units").replaceChildren();
  $("found").textContent = found.length ? "" : text(order().length ? "none" : "loading");
  draw(++drawing, 0);
};

render.choice = () => {
  $("raters").hidden = !data.raters.length;
  $("raters").querySelector(".choices")
    .replaceChildren(...choices("radio", "raters", pairs(data.raters), (value) => value === draft.raters, rateAs));
  $("find").value = "";
  narrow();
  countPicked();
};

loaded.then(narrow);
$("find").addEventListener("input", narrow);
$("find").addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
$("choice-form").addEventListener("submit", (event) => {
  event.preventDefault();
  const count = draft.picked.length;
  if (count && count <= MOST) {
    go("rate", 0);
  } else {
    say(text(count ? "full" : "units"), "notice-bad");
    $("find").focus();
  }
});
