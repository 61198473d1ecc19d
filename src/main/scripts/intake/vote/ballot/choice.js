// Which units one rates, and as whom.
import { $, choices, data, el, pairs, text, unitOf } from "./page.js";
import { draft, order, save } from "./state.js";
import { go, render, say } from "./steps.js";

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

const narrow = () => {
  const words = $("find").value.trim().toLowerCase();
  let found = 0;
  $("units").querySelectorAll("fieldset").forEach((group) => {
    let here = 0;
    group.querySelectorAll("label").forEach((label) => {
      const unit = unitOf(label.firstChild.value);
      label.hidden = !`${unit.name} ${unit.find} ${unit.code}`.toLowerCase().includes(words);
      here += label.hidden ? 0 : 1;
    });
    group.hidden = !here;
    found += here;
  });
  $("found").textContent = found ? "" : text("none");
};

const listed = (group) => el("fieldset", {}, el("legend", { textContent: group.name }), el("div", { className: "choices" },
  ...choices("checkbox", "unit", group.units.map(({ code, name }) => [code, name]), (code) => draft.picked.includes(code), pick)));

render.choice = () => {
  $("raters").hidden = !data.raters.length;
  $("raters").querySelector(".choices")
    .replaceChildren(...choices("radio", "raters", pairs(data.raters), (value) => value === draft.raters, rateAs));
  $("units").replaceChildren(...order().map(listed));
  $("find").value = "";
  narrow();
  countPicked();
};

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
