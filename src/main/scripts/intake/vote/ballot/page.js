// What the page brings: its elements, the data of the year, its texts.
export const $ = (id) => document.getElementById(id);

/**
 * What the server writes into the page (BallotData).
 * @typedef {{cycle: number, units: string, items: !Array, levels: !Array, most: number, raters: !Array,
 *   texts: !Object<string, string>}}
 */
let BallotData;

export const data = /** @type {BallotData} */ (JSON.parse($("ballot").textContent));

export const { work: workFile, base = "" } = document.querySelector("script[data-work]").dataset;

/** A text of the bundle with its places filled. */
export const text = (name, ...values) => data.texts[name].replace(/\{(\d)\}/g, (place, at) => values[at]);

/** A new element with properties and children. */
export const el = (tag, given, ...inside) => {
  const made = Object.assign(document.createElement(tag), given);
  made.append(...inside);
  return made;
};

/** Radio buttons or checkboxes for pairs of value and label. */
export const choices = (kind, name, list, chosen, change) => list.map(([value, label]) => el("label", { className: "choice" },
  el("input", { type: kind, name, value, checked: chosen(value), onchange: change }), el("span", { textContent: label })));

export const pairs = (options) => options.map(({ value, label }) => [value, label]);
