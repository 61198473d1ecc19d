// Narrows the list of units while one types; without it the list is simply long.
const box = document.querySelector("[data-filter]");
const none = document.querySelector("[data-filter-none]");
const matches = (unit, words) => unit.dataset.filterText.toLowerCase().includes(words);
box.hidden = false;
box.querySelector("input").addEventListener("input", ({ target }) => {
  const words = target.value.trim().toLowerCase();
  let found = 0;
  document.querySelectorAll("[data-filter-group]").forEach((group) => {
    let here = 0;
    group.querySelectorAll("[data-filter-text]").forEach((unit) => {
      unit.hidden = !matches(unit, words);
      here += unit.hidden ? 0 : 1;
    });
    group.hidden = here === 0;
    found += here;
  });
  none.hidden = found > 0;
});
