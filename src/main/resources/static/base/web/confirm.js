// The way out of a box that asks whether to go on.
const shut = (box) => {
  box.open = false;
  box.querySelector("summary").focus();
};

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") document.querySelectorAll("details.confirm[open]").forEach(shut);
});
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-close]")) shut(event.target.closest("details"));
});
