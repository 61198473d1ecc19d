// The form about one unit.
import { $, choices, data, el, pairs, text } from "./page.js";
import { draft, field, missing, pickedUnits, put } from "./state.js";
import { go, render } from "./steps.js";

const LONGEST_OPINION = 500;

const question = (unit, item) => {
  const name = field(unit, item.value);
  const box = el("fieldset", { id: `q-${item.value}` }, el("legend", { textContent: item.label }));
  const choose = ({ target }) => {
    put(name, target.value);
    box.querySelector(".field-error")?.remove();
  };
  box.append(data.levels.length
    ? el("div", { className: "choices" }, ...choices("radio", name, pairs(data.levels), (code) => draft.typed[name] === code, choose))
    : el("input", { className: "form-control", type: "number", step: "0.1", min: "0", max: data.most, ariaLabel: item.label,
      value: draft.typed[name] || "", oninput: ({ target }) => put(name, target.validity.valid ? target.value : "") }));
  return box;
};

const countLeft = () => { $("left").textContent = text("left", LONGEST_OPINION - $("opinion").value.length); };

/** The unit whose form is in view. */
export const rated = () => pickedUnits()[draft.at];

render.rate = () => {
  const list = pickedUnits();
  draft.at = Math.min(draft.at, list.length - 1);
  const unit = list[draft.at];
  $("place").textContent = text("place", draft.at + 1, list.length);
  $("unit").textContent = unit.name;
  $("faults").hidden = true;
  $("items").replaceChildren(...data.items.map((item) => question(unit, item)));
  $("opinion").value = draft.typed[field(unit, "opinion")] || "";
  $("forward").checked = Boolean(draft.typed[field(unit, "forward")]);
  $("next").textContent = text(draft.at + 1 < list.length ? "next" : "last");
  countLeft();
};

const inputOf = (item) => $(`q-${item.value}`).querySelector("input");

const faultOf = (item) => el("li", {}, el("a", {
  href: `#q-${item.value}`,
  textContent: item.label,
  onclick: (event) => {
    event.preventDefault();
    inputOf(item).focus();
  },
}));

/** Names the items without an answer and leads to the first. */
export const complain = (items) => {
  $("faults").replaceChildren(el("strong", { textContent: text("faults", items.length) }), el("ul", {}, ...items.map(faultOf)));
  $("faults").hidden = false;
  items.forEach((item) => {
    $(`q-${item.value}`).querySelector(".field-error")?.remove();
    $(`q-${item.value}`).querySelector("legend")
      .append(el("span", { className: "field-error", textContent: ` ${text("unanswered")}` }));
  });
  inputOf(items[0]).focus();
};

$("opinion").addEventListener("input", () => {
  put(field(rated(), "opinion"), $("opinion").value);
  countLeft();
});
$("forward").addEventListener("change", () => put(field(rated(), "forward"), $("forward").checked ? "yes" : ""));
$("rate-form").addEventListener("submit", (event) => {
  event.preventDefault();
  const faults = missing(rated());
  if (faults.length) return complain(faults);
  return draft.at + 1 < draft.picked.length ? go("rate", draft.at + 1) : go("review");
});
$("back").addEventListener("click", () => (draft.at ? go("rate", draft.at - 1) : go("choice")));
