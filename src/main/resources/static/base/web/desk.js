// Comforts on staff pages; every page works without them.
function close(details) {
  details.open = false;
  details.querySelector('summary').focus();
}
document.addEventListener('change', (event) => {
  const select = event.target.closest('select[data-submit]');
  if (select) select.form.requestSubmit();
});
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  for (const open of document.querySelectorAll('details.confirm[open], details.person[open]')) {
    close(open);
  }
});
document.addEventListener('click', (event) => {
  if (event.target.closest('[data-close]')) close(event.target.closest('details'));
  for (const open of document.querySelectorAll('details.person[open]')) {
    if (!open.contains(event.target)) open.open = false;
  }
});
const summary = document.querySelector('.error-summary');
if (summary) summary.focus();
// Tables wider than the page scroll; with the keyboard too.
for (const box of document.querySelectorAll('.table-responsive')) {
  if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
}
