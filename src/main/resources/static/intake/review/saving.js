// Says what of a form that saves itself is not saved, sends it again once the network is back, and lets nobody leave
// it unwarned. A form is sent only when its marks arrived: the browser's own error page would lose them.
const form = document.querySelector("form[hx-post]");
const status = document.querySelector("[data-unsaved]");
const AGAIN = 10_000;
/** Nothing came back, or only what stands before the server answered. */
const AWAY = [0, 502, 503, 504];

let changed = false;
let away = false;
let leaving = false;

const state = () => form.elements.namedItem("state").value;
const save = () => htmx.trigger(form, "change");
const saveAgain = () => {
  if (away) save();
};
const leave = () => {
  changed = false;
  form.submit();
};

const answered = ({ detail: { xhr, requestConfig } }) => {
  away = AWAY.includes(xhr.status);
  status.classList.toggle("unsaved", away);
  if (away) {
    status.textContent = status.dataset.unsaved;
  } else if (status.textContent === status.dataset.unsaved) {
    status.textContent = "";
  }
  if (xhr.status === 200 && requestConfig.parameters.state === state()) changed = false;
  // What the server refuses it says itself.
  if (leaving && !away) leave();
  leaving = false;
};

form.addEventListener("input", () => { changed = true; });
form.addEventListener("change", () => { changed = true; });
form.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (AWAY.includes(detail.xhr.status)) detail.shouldSwap = false;
});
form.addEventListener("htmx:afterRequest", answered);
form.addEventListener("submit", (event) => {
  if (!globalThis.htmx) return;
  event.preventDefault();
  leaving = true;
  save();
});

addEventListener("online", saveAgain);
setInterval(saveAgain, AGAIN);
addEventListener("beforeunload", (event) => {
  if (away && changed) event.preventDefault();
});
// Whoever goes on sooner than a mark is sent: it arrives all the same.
addEventListener("pagehide", () => {
  if (!changed || away) return;
  fetch(form.action, { method: "POST", headers: { "HX-Request": "true" }, body: new URLSearchParams(new FormData(form)),
    keepalive: true });
});
