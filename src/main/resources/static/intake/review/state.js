// Counts the changes of a form before they are sent, so that an earlier save that arrives late is told apart.
document.addEventListener("change", (event) => {
  const state = event.target.form?.elements.namedItem("state");
  if (state) {
    const [page, changes] = state.value.split(".");
    state.value = `${page}.${Number(changes) + 1}`;
  }
}, true);
