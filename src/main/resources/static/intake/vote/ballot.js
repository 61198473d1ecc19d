// Turns the plain form of the first page into the whole vote.
const $ = (id) => document.getElementById(id);
const data = JSON.parse($("ballot").textContent);
const { work: workFile, base = "" } = document.querySelector("script[data-work]").dataset;
const units = data.groups.flatMap((group) => group.units);
const unitOf = (code) => units.find((unit) => unit.code === code);
const text = (name, ...values) => data.texts[name].replace(/\{(\d)\}/g, (place, at) => values[at]);
const random = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
const el = (tag, given, ...inside) => {
  const made = Object.assign(document.createElement(tag), given);
  made.append(...inside);
  return made;
};

// The answers outlive a reload, the pass as long as the tab; the number is never kept.
const kept = (store, name) => ({
  read() { try { return store().getItem(name) || ""; } catch { return ""; } },
  write(value) { try { value ? store().setItem(name, value) : store().removeItem(name); } catch { /* a private window keeps nothing */ } },
});
const local = () => localStorage;
const answers = kept(local, `pingyi-vote-${data.cycle}`);
const passes = kept(() => sessionStorage, `pingyi-pass-${data.cycle}`);
const devices = kept(local, "pingyi-device");
const fresh = () => ({ key: random(), start: Math.floor(Math.random() * units.length), raters: data.raters[0]?.value || "", picked: [], typed: {}, at: 0, step: "", sent: "" });
const restored = () => {
  try {
    const draft = Object.assign(fresh(), JSON.parse(answers.read() || "{}"));
    draft.picked = draft.picked.filter(unitOf);
    return draft;
  } catch { return fresh(); }
};
let draft = restored();
let pass = passes.read();
let phone = "";
const save = () => answers.write(JSON.stringify(draft));
// Whose right a pass is: what stands before its first dot.
const holder = () => pass.split(".")[0];
const keepPass = (value) => { pass = value; passes.write(value); };
const device = () => {
  const known = devices.read() || random();
  devices.write(known);
  return known;
};

// Units turn by a start that is the voter's own.
const turned = (list, by) => list.map((entry, at) => list[(at + by) % list.length]);
const order = () => turned(data.groups, draft.start).map((group) => ({ ...group, units: turned(group.units, draft.start) }));
const pickedUnits = () => order().flatMap((group) => group.units).filter((unit) => draft.picked.includes(unit.code));

// Never throws; status 0: nothing is known.
const post = async (address, fields, wait = 20000) => {
  const stop = new AbortController();
  const clock = setTimeout(() => stop.abort(), wait);
  try {
    const answer = await fetch(base + address, { method: "POST", headers: { Accept: "application/json" }, body: new URLSearchParams(fields), signal: stop.signal });
    const body = await answer.json().catch(() => ({}));
    return { status: answer.status, ok: answer.ok, body, after: Number(answer.headers.get("Retry-After")) };
  } catch {
    return { status: 0, ok: false, body: {} };
  } finally {
    clearTimeout(clock);
  }
};
const reason = (answer, otherwise = "general") => answer.body.message || text(answer.status === 0 ? "offline" : otherwise);

// One step at a time.
const steps = { start: "start", code: "code-step", choice: "choice", rate: "rate", review: "review", send: "send", done: "done" };
const render = {};
const say = (words, kind = "") => {
  $("say").className = `notice ${kind}`;
  $("say").textContent = words;
  $("say").hidden = !words;
};
const show = (step, at = draft.at, words = "") => {
  if (["choice", "rate", "review"].includes(step)) {
    Object.assign(draft, { step, at });
    save();
  }
  say(words);
  Object.entries(steps).forEach(([name, id]) => { $(id).hidden = name !== step; });
  $("kept").hidden = !["choice", "rate", "review"].includes(step);
  $("sure").hidden = true;
  render[step]?.();
  const heading = $(steps[step]).querySelector("h1");
  document.title = document.title.replace(/^.* · /, `${heading.textContent} · `);
  scrollTo(0, 0);
  heading.focus();
};
const go = (step, at, words) => {
  history.pushState({ step, at }, "");
  show(step, at, words);
};
addEventListener("popstate", ({ state }) => {
  const step = state?.step || "start";
  const inside = ["choice", "rate", "review"].includes(step);
  if (!$("done").hidden || !$("send").hidden || (inside && !pass)) return;
  inside && step === "rate" && !draft.picked.length ? show("choice") : show(step, state?.at);
});
document.querySelectorAll("[data-go]").forEach((button) => button.addEventListener("click", () => go(button.dataset.go)));
const fail = (field, words) => {
  $(`${field}-error`).textContent = words;
  $(field).setAttribute("aria-invalid", Boolean(words));
  if (words) $(field).focus();
};

// The proof of work, while the number is typed.
let proof;
const inWorker = (task) => new Promise((done, broken) => {
  const worker = new Worker(workFile);
  worker.onmessage = (event) => { worker.terminate(); done(event.data); };
  worker.onerror = broken;
  worker.postMessage(task);
});
const inPage = (task) => new Promise((done, broken) => {
  document.head.append(el("script", { src: workFile, onload: () => seekSlowly(task).then(done), onerror: broken }));
});
const prove = async () => {
  try {
    const answer = await fetch(`${base}/vote/challenge`, { headers: { Accept: "application/json" } });
    if (!answer.ok) return "";
    const task = await answer.json();
    const number = await inWorker(task).catch(() => inPage(task));
    return btoa(JSON.stringify({ algorithm: task.algorithm, challenge: task.challenge, number, salt: task.salt, signature: task.signature }));
  } catch { return ""; }
};
$("phone")?.addEventListener("input", () => { proof ??= prove(); });

let wait = 0;
const tick = () => {
  $("again").disabled = wait > 0;
  $("again").textContent = wait > 0 ? text("again", wait) : $("again").dataset.label;
  if (wait-- > 0) setTimeout(tick, 1000);
};
$("again").dataset.label = $("again").textContent;
const askCode = async (button, complain) => {
  button.disabled = true;
  say(text("preparing"));
  const work = await (proof ??= prove());
  proof = undefined;
  const answer = await post("/vote/codes", work ? { phone, work } : { phone });
  button.disabled = false;
  say("");
  if (!answer.ok) return complain(reason(answer));
  const ticking = wait > 0;
  wait = answer.body.wait || 60;
  if (!ticking) tick();
  return go("code");
};
$("phone-form")?.addEventListener("submit", (event) => {
  event.preventDefault();
  phone = $("phone").value.replace(/[\s-]/g, "").replace(/^(\+|00)86/, "");
  const right = /^1[3-9]\d{9}$/.test(phone);
  fail("phone", right ? "" : text("invalid"));
  if (right) askCode(event.submitter || $("phone-form").querySelector("button"), (words) => fail("phone", words));
});
$("again").addEventListener("click", () => askCode($("again"), (words) => fail("code", words)));
render.code = () => {
  $("sent-to").textContent = text("sent", phone.replace(/^(...)....(....)$/, "$1****$2"));
  $("code").value = "";
  fail("code", "");
};
const enter = async (field, fields) => {
  const button = $(`${field}-form`).querySelector("button");
  fail(field, "");
  button.disabled = true;
  const answer = await post("/vote/passes", { ...fields, device: device() });
  button.disabled = false;
  if (!answer.ok || !answer.body.pass) return fail(field, reason(answer, "wrong"));
  keepPass(answer.body.pass);
  return draft.sent ? resend() : go(draft.picked.length && draft.step ? draft.step : "choice");
};
$("code-form").addEventListener("submit", (event) => {
  event.preventDefault();
  const code = $("code").value.replace(/\s/g, "");
  code ? enter("code", { phone, code }) : fail("code", text("code"));
});
$("ticket-form")?.addEventListener("submit", (event) => {
  event.preventDefault();
  const ticket = $("ticket").value.trim();
  ticket ? enter("ticket", { ticket }) : fail("ticket", text("ticket"));
});

const choices = (kind, name, list, chosen, change) => list.map(([value, label]) => el("label", { className: "choice" },
  el("input", { type: kind, name, value, checked: chosen(value), onchange: change }), el("span", { textContent: label })));
const countPicked = () => { $("picked").textContent = text(draft.picked.length > 20 ? "full" : "picked", draft.picked.length); };
const pick = ({ target }) => {
  draft.picked = draft.picked.filter((code) => code !== target.value).concat(target.checked ? target.value : []);
  save();
  countPicked();
};
const pairs = (options) => options.map(({ value, label }) => [value, label]);
render.choice = () => {
  $("raters").hidden = !data.raters.length;
  $("raters").querySelector(".choices").replaceChildren(...choices("radio", "raters", pairs(data.raters), (value) => value === draft.raters,
    ({ target }) => { draft.raters = target.value; save(); }));
  $("units").replaceChildren(...order().map((group) => el("fieldset", {}, el("legend", { textContent: group.name }),
    el("div", { className: "choices" }, ...choices("checkbox", "unit", group.units.map(({ code, name }) => [code, name]),
      (code) => draft.picked.includes(code), pick)))));
  $("find").value = "";
  narrow();
  countPicked();
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
$("find").addEventListener("input", narrow);
$("find").addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
$("choice-form").addEventListener("submit", (event) => {
  event.preventDefault();
  const count = draft.picked.length;
  if (count && count <= 20) return go("rate", 0);
  return say(text(count ? "full" : "units"), "notice-bad") || $("find").focus();
});

const field = (unit, part) => `${unit.code}.${part}`;
const put = (name, value) => {
  value ? draft.typed[name] = value : delete draft.typed[name];
  save();
};
const missing = (unit) => data.items.filter((item) => !draft.typed[field(unit, item.value)]);
const question = (unit, item) => {
  const name = field(unit, item.value);
  const box = el("fieldset", { id: `q-${item.value}` }, el("legend", { textContent: item.label }));
  box.append(data.levels.length
    ? el("div", { className: "choices" }, ...choices("radio", name, pairs(data.levels), (code) => draft.typed[name] === code,
      ({ target }) => { put(name, target.value); box.querySelector(".field-error")?.remove(); }))
    : el("input", { className: "form-control", type: "number", step: "0.1", min: "0", max: data.most, ariaLabel: item.label,
      value: draft.typed[name] || "", oninput: ({ target }) => put(name, target.validity.valid ? target.value : "") }));
  return box;
};
const countLeft = () => { $("left").textContent = text("left", 500 - $("opinion").value.length); };
const rated = () => pickedUnits()[draft.at];
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
$("opinion").addEventListener("input", () => { put(field(rated(), "opinion"), $("opinion").value); countLeft(); });
$("forward").addEventListener("change", () => put(field(rated(), "forward"), $("forward").checked ? "yes" : ""));
const complain = (items) => {
  $("faults").replaceChildren(el("strong", { textContent: text("faults", items.length) }), el("ul", {}, ...items.map((item) =>
    el("li", {}, el("a", { href: `#q-${item.value}`, textContent: item.label, onclick: (event) => {
      event.preventDefault();
      $(`q-${item.value}`).querySelector("input").focus();
    } })))));
  $("faults").hidden = false;
  items.forEach((item) => {
    $(`q-${item.value}`).querySelector(".field-error")?.remove();
    $(`q-${item.value}`).querySelector("legend").append(el("span", { className: "field-error", textContent: ` ${text("unanswered")}` }));
  });
  $(`q-${items[0].value}`).querySelector("input").focus();
};
$("rate-form").addEventListener("submit", (event) => {
  event.preventDefault();
  const faults = missing(rated());
  if (faults.length) return complain(faults);
  return draft.at + 1 < draft.picked.length ? go("rate", draft.at + 1) : go("review");
});
$("back").addEventListener("click", () => (draft.at ? go("rate", draft.at - 1) : go("choice")));

const answer = (unit, item) => {
  const typed = draft.typed[field(unit, item.value)];
  return data.levels.find((level) => level.value === typed)?.label || typed || "—";
};
const sheet = (unit, at) => {
  const opinion = draft.typed[field(unit, "opinion")];
  const said = opinion ? `${opinion}\n${text(draft.typed[field(unit, "forward")] ? "forward" : "keep")}` : text("noOpinion");
  return el("section", { className: "card sheet", ariaLabel: unit.name },
    el("header", {}, el("h2", { textContent: unit.name }),
      el("button", { type: "button", className: "link", textContent: text("change"), ariaLabel: `${text("change")} ${unit.name}`, onclick: () => go("rate", at) })),
    el("dl", {}, ...data.items.flatMap((item) => [el("dt", { textContent: item.label }), el("dd", { textContent: answer(unit, item) })]),
      el("dt", { textContent: text("opinion") }), el("dd", { className: "said", textContent: said })));
};
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

// The same key until an answer is known: a retry never counts twice.
const body = () => {
  const list = pickedUnits();
  const fields = new URLSearchParams({ pass, key: draft.key, raters: draft.raters });
  list.forEach((unit) => {
    fields.append("unit", unit.code);
    data.items.map((item) => item.value).concat("opinion", "forward").forEach((part) => {
      const typed = draft.typed[field(unit, part)];
      if (typed) fields.append(field(unit, part), typed);
    });
  });
  return fields;
};
const pause = (seconds) => new Promise((resume) => {
  const on = () => { clearTimeout(clock); removeEventListener("online", on); $("now").hidden = true; resume(); };
  const clock = setTimeout(on, seconds * 1000);
  addEventListener("online", on);
  $("now").onclick = on;
  $("now").hidden = false;
});
const send = async () => {
  draft.sent = holder();
  save();
  go("send");
  for (let tries = 1; ; tries++) {
    $("outcome").textContent = text("sending", draft.picked.length);
    const outcome = await post("/vote/receipts", body());
    if (outcome.ok && outcome.body.receipts) return receive(outcome.body.receipts);
    if (outcome.status > 0 && outcome.status < 500 && outcome.status !== 429) return refused(outcome);
    const seconds = outcome.after || Math.min(2 ** tries, 30);
    $("outcome").textContent = outcome.status === 429 || outcome.status === 503 ? text("busy", seconds) : text("broken", tries + 1, seconds);
    await pause(seconds);
  }
};
// Under another right it would be another ballot: that is for its voter to say.
const resend = () => {
  if (draft.sent === holder()) return send();
  Object.assign(draft, { sent: "", key: random() });
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

// Shown once; then nothing stays on the phone.
const receive = (receipts) => {
  const lines = receipts.map(({ unit, code }) => `${unit}  ${code}`).join("\n");
  answers.write("");
  keepPass("");
  draft = fresh();
  $("receipts").replaceChildren(...receipts.flatMap(({ unit, code }) => [el("dt", { textContent: unit }), el("dd", { textContent: code })]));
  $("thanks").textContent = data.texts.done.replace("{0}", receipts.length);
  Object.assign($("file"), { href: URL.createObjectURL(new Blob([lines], { type: "text/plain" })), download: text("file") });
  $("copy").onclick = () => copy(lines);
  show("done");
};
const copy = async (lines) => {
  try {
    await navigator.clipboard.writeText(lines);
    $("copied").textContent = text("all");
  } catch {
    getSelection().selectAllChildren($("receipts"));
    $("copied").textContent = text(document.execCommand("copy") ? "all" : "copied");
  }
};
$("print").addEventListener("click", () => print());

const ask = (open) => {
  $("sure").hidden = !open;
  $("anew").setAttribute("aria-expanded", open);
  $(open ? "anew-no" : "anew").focus();
};
$("anew").addEventListener("click", () => ask($("sure").hidden));
$("anew-no").addEventListener("click", () => ask(false));
$("anew-yes").addEventListener("click", () => {
  draft = fresh();
  answers.write("");
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
