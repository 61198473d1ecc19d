// SM3 (GB/T 32905), which no browser has.
import { padded } from "./bytes.js";

const SM3_START = [0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e];

/** 32 bytes for the bytes given. */
export const sm3 = (bytes) => {
  const turn = (word, by) => (word << by) | (word >>> (32 - by));
  const spread = (word) => word ^ turn(word, 15) ^ turn(word, 23);
  const content = padded(bytes);
  const state = Int32Array.from(SM3_START);
  const words = new Int32Array(68);
  for (let block = 0; block < content.byteLength; block += 64) {
    for (let at = 0; at < 68; at++) {
      words[at] = at < 16 ? content.getInt32(block + at * 4)
        : spread(words[at - 16] ^ words[at - 9] ^ turn(words[at - 3], 15)) ^ turn(words[at - 13], 7) ^ words[at - 6];
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let at = 0; at < 64; at++) {
      const early = at < 16;
      const both = turn((turn(a, 12) + e + turn(early ? 0x79cc4519 : 0x7a879d8a, at % 32)) | 0, 7);
      const one = ((early ? a ^ b ^ c : (a & b) | (a & c) | (b & c)) + d + (both ^ turn(a, 12)) + (words[at] ^ words[at + 4])) | 0;
      const two = ((early ? e ^ f ^ g : (e & f) | (~e & g)) + h + both + words[at]) | 0;
      d = c;
      c = turn(b, 9);
      b = a;
      a = one;
      h = g;
      g = turn(f, 19);
      f = e;
      e = two ^ turn(two, 9) ^ turn(two, 17);
    }
    [a, b, c, d, e, f, g, h].forEach((word, at) => { state[at] ^= word; });
  }
  const digest = new DataView(new ArrayBuffer(32));
  state.forEach((word, at) => digest.setInt32(at * 4, word));
  return new Uint8Array(digest.buffer);
};
