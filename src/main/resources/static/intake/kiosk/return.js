// Brings an idle tablet back to its welcome; any touch or key starts the wait anew.
const main = document.querySelector("[data-return]");
if (main) {
  let timer;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => location.replace(main.dataset.return), Number(main.dataset.after) * 1000);
  };
  ["pointerdown", "keydown", "scroll"].forEach((event) => addEventListener(event, wait, { passive: true }));
  wait();
}
