// Adds the weights up while one types, and says that something is not saved yet. Without it both happen on saving.
const PLACES = 10;
const UNIT = 10n ** BigInt(PLACES);

/** Exact, because 0.1 + 0.2 has to be 0.3 here; null for what is no number. */
const exact = (text) => {
  const parts = text.normalize("NFKC").trim().match(/^(\d+)(?:\.(\d{1,10}))?$/);
  return parts ? BigInt(parts[1]) * UNIT + BigInt((parts[2] || "").padEnd(PLACES, "0")) : null;
};

const plain = (value) => {
  const digits = String(value).padStart(PLACES + 1, "0");
  const decimals = digits.slice(-PLACES).replace(/0+$/, "");
  return digits.slice(0, -PLACES) + (decimals ? `.${decimals}` : "");
};

const add = (node) => {
  const sum = node.querySelector(":scope > .outline-node-foot > .sum");
  if (!sum) return;
  const weights = [...node.querySelectorAll(":scope > .outline-nodes > .outline-node > .outline-node-row .weight")].map((input) => exact(input.value));
  const all = weights.reduce((one, other) => one + (other ?? 0n), 0n);
  const right = !weights.includes(null) && all === exact(sum.dataset.total);
  sum.querySelector(".sum-now").textContent = plain(all);
  sum.classList.toggle("sum-right", right);
  sum.classList.toggle("sum-wrong", !right);
};

document.addEventListener("input", ({ target }) => {
  const form = target.closest(".editor form");
  if (!form) return;
  const note = form.querySelector(".unsaved");
  if (note) note.hidden = false;
  if (target.matches(".weight")) add(target.closest(".outline-nodes").closest(".outline-node"));
});
