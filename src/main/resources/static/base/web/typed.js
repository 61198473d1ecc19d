// Keeps what was typed into a form that was sent until it is known to be stored: on the way back from a refusal, and after
// signing in again, it stands in the form. Only in this tab, for one person; never passwords, codes, files, hidden values.
const { person, refused, entrance } = document.currentScript.dataset;
const STORE = "pingyi-typed";
const TYPED = "textarea, select, input:not([type=hidden], [type=password], [type=file], [autocomplete=one-time-code])";

const read = () => {
  try {
    return JSON.parse(sessionStorage.getItem(STORE)) ?? { person: "", sent: "", pages: {} };
  } catch {
    return { person: "", sent: "", pages: {} };
  }
};
const write = (kept) => {
  try {
    sessionStorage.setItem(STORE, JSON.stringify(kept));
  } catch { /* A private window, or one that is full, keeps nothing. */ }
};
const forget = () => {
  try {
    sessionStorage.removeItem(STORE);
  } catch { /* Nothing was kept. */ }
};

/** The page in view, the same in either language. */
const here = () => {
  const query = new URLSearchParams(location.search);
  query.delete("lang");
  return [location.pathname, query].join("?");
};
const pathOf = (form) => new URL(form.getAttribute("action") ?? "", location.href).pathname;
const isKept = (form) => form.method === "post" && !form.closest("[hx-post]");

/** The fields of a form, each with its name and its place among those of that name. */
const fieldsOf = (form) => {
  const seen = {};
  return Array.from(form.elements).filter((field) => field.name && field.matches(TYPED) && !field.readOnly)
    .map((field) => {
      seen[field.name] = (seen[field.name] ?? 0) + 1;
      return [`${pathOf(form)} ${field.name} ${seen[field.name]}`, field];
    });
};
const state = ({ type }) => (type === "checkbox" || type === "radio" ? "checked" : "value");

const restore = (typed) => {
  let changed = false;
  const once = new Set();
  for (const form of Array.from(document.forms).filter(isKept)) {
    for (const [name, field] of fieldsOf(form)) {
      const known = name in typed && !once.has(name);
      once.add(name);
      if (!known || field[state(field)] === typed[name]) continue;
      field[state(field)] = typed[name];
      field.dispatchEvent(new Event("input", { bubbles: true }));
      changed = true;
    }
  }
  return changed;
};

const arrive = () => {
  const kept = read();
  if (kept.person !== person) return forget();
  const back = performance.getEntriesByType("navigation")[0]?.type !== "navigate";
  if (refused && kept.sent) {
    // Reloading it, or coming back to it, shows the page that the form stands on, and asks nothing.
    history.replaceState(null, "", kept.sent);
  } else if (kept.sent && !back) {
    delete kept.pages[kept.sent];
  }
  kept.sent = "";
  write(kept);
  const typed = kept.pages[here()];
  if (!refused && typed && restore(typed)) document.getElementById("restored").hidden = false;
  return undefined;
};

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || !isKept(form) || entrance !== undefined) return;
  if (pathOf(form).endsWith("/logout")) return forget();
  const typed = Object.fromEntries(fieldsOf(form).map(([name, field]) => [name, field[state(field)]]));
  const kept = read();
  const pages = kept.person === person ? kept.pages : {};
  write({ person, sent: here(), pages: { ...pages, [here()]: typed } });
  return undefined;
});
document.getElementById("discard")?.addEventListener("click", () => {
  const kept = read();
  delete kept.pages[here()];
  write(kept);
  location.reload();
});

if (entrance === undefined) {
  arrive();
} else if (new URLSearchParams(location.search).has("out")) {
  forget();
} else {
  write({ ...read(), sent: "" });
}
