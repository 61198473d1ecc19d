// The proof of work, sought while the number is typed.
import { base, el, workFile } from "./page.js";

let proof;

const inWorker = (task) => new Promise((done, broken) => {
  const worker = new Worker(workFile);
  worker.onmessage = (event) => {
    worker.terminate();
    done(event.data);
  };
  worker.onerror = broken;
  worker.postMessage(task);
});

const inPage = (task) => new Promise((done, broken) => {
  const seek = () => globalThis["seekSlowly"](task).then(done);
  document.head.append(el("script", { src: workFile, onload: seek, onerror: broken }));
});

const prove = async () => {
  try {
    const answer = await fetch(`${base}/vote/challenge`, { headers: { Accept: "application/json" } });
    if (!answer.ok) return "";
    const { algorithm, challenge, maxnumber, salt, signature } = await answer.json();
    const task = { challenge, maxnumber, salt };
    const number = await inWorker(task).catch(() => inPage(task));
    return btoa(JSON.stringify({ algorithm, challenge, number, salt, signature }));
  } catch { return ""; }
};

export const prepare = () => { proof ??= prove(); };

/** The proof, or "" where none could be made; each is used once. */
export const takeProof = async () => {
  const made = await (proof ??= prove());
  proof = undefined;
  return made;
};
