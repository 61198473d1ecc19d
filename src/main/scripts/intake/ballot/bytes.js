// Bytes, as pages read, write and hash them.

/** Lower-case hexadecimal digits of bytes. */
export const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** The bytes of hexadecimal digits. */
export const unhex = (digits) => Uint8Array.from(digits.match(/../g) || [], (pair) => parseInt(pair, 16));

/** The bytes of ASCII characters. */
export const ascii = (words) => Uint8Array.from(words, (character) => character.charCodeAt(0));

/** One after the other. */
export const joined = (...parts) => Uint8Array.from(parts.flatMap((part) => [...part]));

/** Filled up to whole blocks of 64 bytes, as SHA-256 and SM3 take them: a bit, zeros, the number of bits. */
export const padded = (bytes) => {
  const length = (bytes.length + 72) & ~63;
  const content = new DataView(new ArrayBuffer(length));
  bytes.forEach((byte, at) => content.setUint8(at, byte));
  content.setUint8(bytes.length, 128);
  content.setUint32(length - 8, Math.floor(bytes.length / 536870912));
  content.setUint32(length - 4, bytes.length << 3);
  return content;
};
