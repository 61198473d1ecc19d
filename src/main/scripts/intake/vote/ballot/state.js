// What a voter has typed. The answers outlive a reload; the pass, the receipts and the order of a code last as long as the tab; the number is
// never kept.
import { data } from "./page.js";
import { groups, unitOf } from "./units.js";

const random = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

const kept = (store, name) => ({
  read() { try { return store().getItem(name) || ""; } catch { return ""; } },
  write(value) { try { value ? store().setItem(name, value) : store().removeItem(name); } catch { /* a private window keeps nothing */ } },
});
const local = () => window.localStorage;
const answers = kept(local, `pingyi-vote-${data.cycle}`);
const tab = () => window.sessionStorage;
const passes = kept(tab, `pingyi-pass-${data.cycle}`);
const orders = kept(tab, `pingyi-order-${data.cycle}`);
const receiptsOfTab = kept(tab, `pingyi-receipts-${data.cycle}`);
const devices = kept(local, "pingyi-device");

const fresh = () => ({
  key: random(),
  start: Math.floor(Math.random() * 1e6),
  raters: data.raters[0]?.value || "",
  picked: [],
  typed: {},
  at: 0,
  step: "",
  sent: "",
});

const restored = () => {
  try { return { ...fresh(), ...JSON.parse(answers.read() || "{}") }; } catch { return fresh(); }
};

const receiptsKept = () => {
  try { return JSON.parse(receiptsOfTab.read() || "[]"); } catch { return []; }
};

export let draft = restored();
export let pass = passes.read();
export let codeOrder = orders.read();
export let receipts = receiptsKept();

/** As another page of this browser may have left it. */
export const readAgain = () => {
  draft = restored();
  pass = passes.read();
};

/** Adds what came in; the same answer heard twice brings the same receipts. */
export const keepReceipts = (list) => {
  receipts = receipts.filter((one) => !list.some(({ code }) => code === one.code)).concat(list);
  receiptsOfTab.write(JSON.stringify(receipts));
};

export const forgetReceipts = () => {
  receipts = [];
  receiptsOfTab.write("");
};

export const save = () => answers.write(JSON.stringify(draft));

export const keepPass = (value) => {
  pass = value;
  passes.write(value);
};

/** The order that a code was sent for: its message may still arrive when the page is loaded again. */
export const keepCodeOrder = (value) => {
  codeOrder = value;
  orders.write(value);
};

/** Whose right a pass is: what stands before its first dot. */
export const holder = () => pass.split(".")[0];

/** Another key: what is sent from now on is another submission. */
export const renewKey = () => Object.assign(draft, { sent: "", key: random() });

/** Forgets everything that was typed. */
export const startAnew = () => {
  draft = fresh();
  answers.write("");
};

/** The random word by which this device is known. */
export const device = () => {
  const known = devices.read() || random();
  devices.write(known);
  return known;
};

// Units turn by a start that is the voter's own, so that none is always first.
const turned = (list, by) => list.map((entry, at) => list[(at + by) % list.length]);

let ordered = { start: -1, units: [] };

/** All units, each with its group, in the order of this voter. */
export const order = () => {
  if (ordered.start !== draft.start || !ordered.units.length) {
    const units = turned(groups, draft.start)
      .flatMap(({ name, units }) => turned(units, draft.start).map((unit) => ({ ...unit, group: name })));
    ordered = { start: draft.start, units };
  }
  return ordered.units;
};

export const pickedUnits = () => order().filter((unit) => draft.picked.includes(unit.code));

/** Once the units are known: one that is no longer rated is no longer picked. */
export const dropUnknown = () => { draft.picked = draft.picked.filter(unitOf); };

/** The name of a field of the form about a unit. */
export const field = (unit, part) => `${unit.code}.${part}`;

export const put = (name, value) => {
  value ? draft.typed[name] = value : delete draft.typed[name];
  save();
};

export const missing = (unit) => data.items.filter((item) => !draft.typed[field(unit, item.value)]);
