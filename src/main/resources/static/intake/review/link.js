// Hands in the token that a personal link carries behind its #, and takes it out of the address.
const form = document.querySelector("[data-link]");
const open = () => {
  const token = location.hash.slice(1);
  if (token) {
    history.replaceState(null, "", location.pathname + location.search);
    form.elements.namedItem("code").value = token;
    form.submit();
  }
};
addEventListener("hashchange", open);
open();
