// Hands the forms in until an answer is known, and shows the receipts.
import { $, data, el, text } from "./page.js";
import { pause, post, reason } from "./network.js";
import { draft, field, forgetReceipts, holder, keepPass, keepReceipts, pass, pickedUnits, receipts, renewKey, save, startAnew }
  from "./state.js";
import { go, render, show } from "./steps.js";
import { unitOf } from "./units.js";

let turn = 0;

// The same key until an answer is known: a retry never counts twice.
const body = () => {
  const fields = new URLSearchParams({ pass, key: draft.key, raters: draft.raters });
  pickedUnits().forEach((unit) => {
    fields.append("unit", unit.code);
    data.items.map((item) => item.value).concat("opinion", "forward").forEach((part) => {
      const typed = draft.typed[field(unit, part)];
      if (typed) fields.append(field(unit, part), typed);
    });
  });
  return fields;
};

export const send = async () => {
  const mine = ++turn;
  draft.sent = holder();
  save();
  show("send");
  for (let tries = 1; ; tries++) {
    $("outcome").textContent = text("sending", draft.picked.length);
    const outcome = await post("/vote/receipts", body());
    if (mine !== turn) return undefined;
    if (outcome.ok && outcome.body.receipts) return receive(outcome.body.receipts);
    if (outcome.status > 0 && outcome.status < 500 && outcome.status !== 429) return refused(outcome);
    const seconds = outcome.after || Math.min(2 ** tries, 30);
    const busy = outcome.status === 429 || outcome.status === 503;
    $("outcome").textContent = busy ? text("busy", seconds) : text("broken", tries + 1, seconds);
    await pause(seconds, $("now"));
    if (mine !== turn) return undefined;
  }
};

/** Under another right it would be another ballot: that is for its voter to say. */
export const resend = () => {
  if (draft.sent === holder()) return send();
  renewKey();
  return go("review", 0, text("another"));
};

const refused = (outcome) => {
  if (outcome.status === 403) {
    keepPass("");
    return go("start", 0, text("expired"));
  }
  draft.sent = "";
  const used = (outcome.body.units || []).map(unitOf).filter(Boolean);
  if (!used.length) return go("review", 0, reason(outcome));
  draft.picked = draft.picked.filter((code) => !used.some((unit) => unit.code === code));
  const names = used.map((unit) => unit.name).join(document.documentElement.lang === "en" ? ", " : "、");
  return go(draft.picked.length ? "review" : "choice", 0, text(draft.picked.length ? "rated" : "ratedAll", names));
};

// Of all that was typed nothing stays on the phone, nor in the steps that are hidden now.
const receive = (list) => {
  keepPass("");
  startAnew();
  $("sheets").replaceChildren();
  $("items").replaceChildren();
  $("opinion").value = "";
  keepReceipts(list);
  show("done");
};

render.done = () => {
  const lines = receipts.map(({ unit, code }) => `${unit}  ${code}`).join("\n");
  $("receipts").replaceChildren(...receipts.flatMap(({ unit, code }) => [el("dt", { textContent: unit }), el("dd", { textContent: code })]));
  $("thanks").textContent = data.texts.done.replace("{0}", receipts.length);
  Object.assign($("file"), { href: URL.createObjectURL(new Blob([lines], { type: "text/plain" })), download: text("file") });
  $("copy").onclick = () => copy(lines);
  $("copied").textContent = "";
};

const copy = async (lines) => {
  try {
    await navigator.clipboard.writeText(lines);
    $("copied").textContent = text("all");
  } catch {
    window.getSelection().selectAllChildren($("receipts"));
    $("copied").textContent = text(document.execCommand("copy") ? "all" : "copied");
  }
};

$("print").addEventListener("click", () => window.print());
$("forget").addEventListener("click", () => {
  forgetReceipts();
  go("start", 0, text("cleared"));
});
$("mine").addEventListener("click", () => show("done"));
render.start = () => { $("earlier").hidden = !receipts.length; };
