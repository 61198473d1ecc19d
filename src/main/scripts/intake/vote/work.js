// The proof of work of the entrance, in a worker, or in the page where there are no workers.
import { ascii, hex } from "../ballot/bytes.js";
import { sha256 } from "../ballot/sha256.js";

/**
 * An ALTCHA challenge: the hexadecimal SHA-256 of the salt and a number up to maxnumber, which is sought.
 * @typedef {{challenge: string, salt: string, maxnumber: number}}
 */
let Task;

/**
 * Looks for the number between two numbers; -1 when it is not there.
 * @param {Task} task
 * @param {number} from
 * @param {number} to
 */
const seek = ({ challenge, salt }, from, to) => {
  for (let number = from; number < to; number++) {
    if (hex(sha256(ascii(salt + number))) === challenge) return number;
  }
  return -1;
};

/**
 * The same in slices, for pages without workers: the page stays alive between them.
 * @param {Task} task
 */
const seekSlowly = async (task) => {
  for (let from = 0; from <= task.maxnumber; from += 500) {
    const number = seek(task, from, Math.min(from + 500, task.maxnumber + 1));
    if (number >= 0) return number;
    await new Promise((resume) => setTimeout(resume));
  }
  return -1;
};

if (typeof WorkerGlobalScope !== "undefined" && self instanceof WorkerGlobalScope) {
  self.onmessage = (event) => {
    const task = /** @type {Task} */ (event.data);
    self.postMessage(seek(task, 0, task.maxnumber + 1));
  };
} else {
  globalThis["seekSlowly"] = seekSlowly;
}
