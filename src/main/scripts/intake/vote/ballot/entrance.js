// The ways to a pass: a code sent to a phone, or a printed one.
import { $, text } from "./page.js";
import { post, reason } from "./network.js";
import { prepare, takeProof } from "./proof.js";
import { resend } from "./sending.js";
import { codeOrder, device, draft, keepCodeOrder, keepPass } from "./state.js";
import { fail, go, render, say } from "./steps.js";
import { loaded } from "./units.js";

let phone = "";
let wait = 0;

const tick = () => {
  $("again").disabled = wait > 0;
  $("again").textContent = wait > 0 ? text("again", wait) : $("again").dataset.label;
  if (wait-- > 0) setTimeout(tick, 1000);
};

const askCode = async (button, complain) => {
  button.disabled = true;
  say(text("preparing"));
  const work = await takeProof();
  const answer = await post("/vote/codes", work ? { phone, order: codeOrder, work } : { phone, order: codeOrder });
  button.disabled = false;
  say("");
  if (!answer.ok) return complain(reason(answer));
  keepCodeOrder(answer.body.order);
  const ticking = wait > 0;
  wait = answer.body.wait || 60;
  if (!ticking) tick();
  return go("code");
};

const enter = async (field, fields) => {
  const button = $(`${field}-form`).querySelector("button");
  fail(field, "");
  button.disabled = true;
  const answer = await post("/vote/passes", { ...fields, device: device() });
  button.disabled = false;
  if (!answer.ok || !answer.body.pass) return fail(field, reason(answer, "wrong"));
  keepPass(answer.body.pass);
  if (draft.picked.length) await loaded;
  return draft.sent ? resend() : go(draft.picked.length && draft.step ? draft.step : "choice");
};

render.code = () => {
  $("sent-to").textContent = text("sent", phone.replace(/^(...)....(....)$/, "$1****$2"));
  $("code").value = "";
  fail("code", "");
};

$("phone")?.addEventListener("input", prepare);
$("phone-form")?.addEventListener("submit", (event) => {
  event.preventDefault();
  phone = $("phone").value.replace(/[\s-]/g, "").replace(/^(\+|00)86/, "");
  const right = /^1[3-9]\d{9}$/.test(phone);
  fail("phone", right ? "" : text("invalid"));
  if (right) askCode(event.submitter || $("phone-form").querySelector("button"), (words) => fail("phone", words));
});
$("again").dataset.label = $("again").textContent;
$("again").addEventListener("click", () => askCode($("again"), (words) => fail("code", words)));
$("code-form").addEventListener("submit", (event) => {
  event.preventDefault();
  const code = $("code").value.replace(/\s/g, "");
  code ? enter("code", { phone, order: codeOrder, code }) : fail("code", text("code"));
});
$("ticket-form")?.addEventListener("submit", (event) => {
  event.preventDefault();
  const ticket = $("ticket").value.trim();
  ticket ? enter("ticket", { ticket }) : fail("ticket", text("ticket"));
});
