// Copies what is shown whole; where the browser does not let it, it is marked to be copied by hand.
const copy = async (button) => {
  const shown = document.getElementById(button.dataset.copies);
  try {
    await navigator.clipboard.writeText(shown.textContent);
    const said = button.parentElement.querySelector("[data-copied]");
    said.textContent = said.dataset.copied;
  } catch {
    getSelection().selectAllChildren(shown);
  }
};

document.querySelectorAll("[data-copies]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => copy(button));
});
