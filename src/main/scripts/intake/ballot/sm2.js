// Checks SM2 signatures with SM3 (GB/T 32918.2, curve of GB/T 32918.5), which no browser does. Nothing here is secret, so that no
// step need take the same time for all numbers.
import { ascii, hex, joined, unhex } from "./bytes.js";
import { sm3 } from "./sm3.js";

/** @return {bigint} */
const number = (bytes) => BigInt(`0x${hex(bytes) || "0"}`);
const SM2_CURVE = ["FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFC",
  "28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93",
  "32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7",
  "BC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0"].map(unhex);
const A = number(SM2_CURVE[0]);
const B = number(SM2_CURVE[1]);
const P = A + 3n;
const N = number(unhex("FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123"));
const IDENTITY = ascii("1234567812345678");

/** @param {bigint} value @return {bigint} */
const rest = (value) => ((value % P) + P) % P;

/** @param {bigint} value @return {bigint} */
const inverse = (value) => {
  let [left, right] = [rest(value), P];
  let [factor, next] = [1n, 0n];
  while (right) {
    const times = left / right;
    [left, right] = [right, left - times * right];
    [factor, next] = [next, factor - times * next];
  }
  return rest(factor);
};

/**
 * The sum of two points; null is the point at infinity.
 * @param {?{x: bigint, y: bigint}} one
 * @param {?{x: bigint, y: bigint}} other
 * @return {?{x: bigint, y: bigint}}
 */
const sum = (one, other) => {
  if (!one || !other) return one || other;
  const { x, y } = one;
  const { x: u, y: v } = other;
  if (x === u && y !== v) return null;
  const slope = rest(x === u ? (3n * x * x + A) * inverse(2n * y) : (v - y) * inverse(u - x));
  const w = rest(slope * slope - x - u);
  return { x: w, y: rest(slope * (x - w) - y) };
};

/** @param {bigint} factor @param {{x: bigint, y: bigint}} point */
const multiple = (factor, point) => {
  let result = null;
  for (const bit of factor.toString(2)) {
    result = sum(result, result);
    if (bit === "1") result = sum(result, point);
  }
  return result;
};

/**
 * The two numbers of a signature in DER, or none where it is no such sequence.
 * @return {{r: bigint, s: bigint}}
 */
const numbersOf = (der) => {
  const first = der[3];
  const second = der[5 + first];
  const whole = der[0] === 48 && der[1] === der.length - 2 && der[2] === 2 && der[4 + first] === 2 && der.length === 6 + first + second;
  return whole ? { r: number(der.slice(4, 4 + first)), s: number(der.slice(6 + first)) } : { r: 0n, s: 0n };
};

/** Whether a content was signed with the private half of a key, which is 04 and both coordinates. */
export const isSignedBySm2 = (content, signature, publicKey) => {
  const key = [publicKey.slice(1, 33), publicKey.slice(33)];
  const x = number(key[0]);
  const y = number(key[1]);
  const { r, s } = numbersOf(signature);
  const onCurve = publicKey.length === 65 && publicKey[0] === 4 && x < P && y < P && rest(y * y) === rest(x * x * x + A * x + B);
  const both = (r + s) % N;
  if (!onCurve || r < 1n || r >= N || s < 1n || s >= N || !both) return false;
  const signer = sm3(joined([0, IDENTITY.length * 8], IDENTITY, ...SM2_CURVE, ...key));
  const point = sum(multiple(s, { x: number(SM2_CURVE[2]), y: number(SM2_CURVE[3]) }), multiple(both, { x, y }));
  return point !== null && (number(sm3(joined(signer, content))) + point.x) % N === r;
};
