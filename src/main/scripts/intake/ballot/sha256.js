// SHA-256 for pages without crypto.subtle (plain http in an intranet).
import { padded } from "./bytes.js";

const SHA_WORDS = (() => {
  const fraction = (value) => ((value - Math.floor(value)) * 4294967296) | 0;
  const primes = [];
  for (let candidate = 2; primes.length < 64; candidate++) {
    if (primes.every((prime) => candidate % prime)) primes.push(candidate);
  }
  return { start: primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime))), round: primes.map((prime) => fraction(Math.cbrt(prime))) };
})();

/** 32 bytes for the bytes given. */
export const sha256 = (bytes) => {
  const turn = (word, by) => (word >>> by) | (word << (32 - by));
  const content = padded(bytes);
  const state = Int32Array.from(SHA_WORDS.start);
  const words = new Int32Array(64);
  for (let block = 0; block < content.byteLength; block += 64) {
    for (let at = 0; at < 64; at++) {
      if (at < 16) {
        words[at] = content.getInt32(block + at * 4);
      } else {
        const early = words[at - 15];
        const late = words[at - 2];
        words[at] = words[at - 16] + (turn(early, 7) ^ turn(early, 18) ^ (early >>> 3)) + words[at - 7]
          + (turn(late, 17) ^ turn(late, 19) ^ (late >>> 10));
      }
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let at = 0; at < 64; at++) {
      const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + SHA_WORDS.round[at] + words[at]) | 0;
      const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + one) | 0;
      d = c;
      c = b;
      b = a;
      a = (one + two) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((word, at) => { state[at] += word; });
  }
  const digest = new DataView(new ArrayBuffer(32));
  state.forEach((word, at) => digest.setInt32(at * 4, word));
  return new Uint8Array(digest.buffer);
};
