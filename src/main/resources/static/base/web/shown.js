// What a page outside the desk shows once is not lost unasked; the button that says it is kept leads on.
let kept = document.querySelector("[data-shown-once]") === null;
document.addEventListener("click", ({ target }) => {
  if (target.closest("[data-kept]")) kept = true;
});
addEventListener("beforeunload", (event) => {
  if (!kept) event.preventDefault();
});
