// Comforts on staff pages; every page works without them.
const close = (details) => {
  details.open = false;
  details.querySelector("summary").focus();
};

document.addEventListener("change", (event) => {
  const select = event.target.closest("select[data-submit]");
  if (select) select.form.requestSubmit();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") document.querySelectorAll("details.person[open]").forEach(close);
});
document.addEventListener("click", (event) => {
  document.querySelectorAll("details.person[open]").forEach((open) => {
    if (!open.contains(event.target)) open.open = false;
  });
});
document.querySelector(".error-summary")?.focus();

// Tables wider than the page scroll; with the keyboard too.
document.querySelectorAll(".table-responsive").forEach((box) => {
  if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
});

// What was typed and not sent, or is shown once and was not downloaded, is not lost unasked, be it to the other
// language, a link or the way back.
let unsent = document.querySelector("form .error-summary, [data-shown-once]") !== null;
document.addEventListener("input", ({ target }) => {
  if (target.form?.method === "post" && !target.closest("[hx-post]")) unsent = true;
});
document.addEventListener("submit", () => { unsent = false; });
window.addEventListener("beforeunload", (event) => {
  if (unsent) event.preventDefault();
});

// The second half of a double click sends nothing; a file may be asked for again after a moment.
const DOUBLE_CLICK = 2000;
const sent = new WeakMap();
document.addEventListener("submit", (event) => {
  if (event.target.method !== "post") return;
  if (event.timeStamp - (sent.get(event.target) ?? -DOUBLE_CLICK) < DOUBLE_CLICK) event.preventDefault();
  else sent.set(event.target, event.timeStamp);
});
