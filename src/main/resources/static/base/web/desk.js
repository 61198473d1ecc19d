// Comforts on staff pages; every page works without them.
document.addEventListener('change', (event) => {
  const select = event.target.closest('select[data-submit]');
  if (select) select.form.requestSubmit();
});
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  for (const open of document.querySelectorAll('details.confirm[open], details.person[open]')) {
    open.open = false;
    open.querySelector('summary').focus();
  }
});
document.addEventListener('click', (event) => {
  for (const open of document.querySelectorAll('details.person[open]')) {
    if (!open.contains(event.target)) open.open = false;
  }
});
const summary = document.querySelector('.error-summary');
if (summary) summary.focus();
