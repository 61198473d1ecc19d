// Checks in the browser that a receipt is in the signed log (RFC 6962, section 2.1.1): the server is asked for the proof, not believed.
import { ascii, hex, joined, unhex } from "./bytes.js";

/**
 * The algorithms of the city: a hash, and whether a content is signed, which is undefined where the browser cannot tell; and their names.
 * @typedef {{hash: function(!Uint8Array): !Uint8Array, hashName: string, signatureName: string,
 *   isSigned: function(!Uint8Array, !Uint8Array, !Uint8Array): (boolean|undefined|!Promise<boolean|undefined>)}}
 */
let Suite;

/**
 * What the server answers (ReceiptProof); the rest is there once the ballot is sealed.
 * @typedef {{state: string, position: number, leaf: ?string, path: !Array<string>, size: number, root: ?string,
 *   signed: ?string, signature: ?string, publicKey: ?string}}
 */
let Proof;

const form = document.getElementById("check");
const answers = document.getElementById("answers");
const words = Object.fromEntries(Array.from(document.querySelectorAll("#words dt"), (name) => [name.textContent, name.nextElementSibling.textContent]));
const say = (name, ...values) => words[name].replace(/\{(\d)\}/g, (place, at) => values[at]);

/** As the store spells a receipt: without spaces and hyphens, and without letters taken for digits. */
const plain = (code) => code.toUpperCase().replace(/[\s\p{Pd}]/gu, "").replace(/O/g, "0").replace(/[IL]/g, "1");
const leafOf = (code, { hash }) => hex(hash(joined([0], hash(ascii(plain(code))))));

/**
 * The root that a leaf and its path lead to; "" when the path does not fit the place.
 * @param {Proof} proof
 * @param {Suite} suite
 */
const rootOf = ({ leaf, position, size, path }, { hash }) => {
  let place = position;
  let last = size - 1;
  let node = unhex(leaf);
  for (const beside of path.map(unhex)) {
    if (last === 0) return "";
    if (place % 2 || place === last) {
      node = hash(joined([1], beside, node));
      while (place % 2 === 0 && place > 0) {
        place = Math.floor(place / 2);
        last = Math.floor(last / 2);
      }
    } else {
      node = hash(joined([1], node, beside));
    }
    place = Math.floor(place / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? hex(node) : "";
};

/**
 * What was signed names this size and this root; line by line as the checkpoint says. The second format adds lines at the end.
 * @param {Proof} proof
 */
const isOfCheckpoint = ({ signed, size, root }) => {
  const [format, , signedSize, , signedRoot] = signed.split("\n");
  return ["pingyi-checkpoint/1", "pingyi-checkpoint/2"].includes(format) && signedSize === String(size) && signedRoot === root;
};

/** @param {string} code @param {Proof} proof @param {Suite} suite */
const verify = async (code, proof, suite) => {
  const own = leafOf(code, suite) === proof.leaf;
  const path = own && position(proof) && rootOf(proof, suite) === proof.root && isOfCheckpoint(proof);
  const signature = path
    ? await suite.isSigned(new TextEncoder().encode(proof.signed || ""), unhex(proof.signature), unhex(proof.publicKey)) : undefined;
  return { own, path, signature, holds: path && signature !== false };
};
const position = ({ position: place, size }) => place >= 0 && place < size;

const show = (code, kind, verdict, lines, details) => {
  const card = document.getElementById("verdict").content.cloneNode(true);
  card.querySelector("h2").textContent = code;
  card.querySelector(".notice").classList.add(`notice-${kind}`);
  card.querySelector(".notice span").textContent = verdict;
  lines.forEach((line) => card.querySelector("ul").append(Object.assign(document.createElement("li"), { textContent: line })));
  details.forEach(([name, value]) => card.querySelector("dl").append(
    Object.assign(document.createElement("dt"), { textContent: name }), Object.assign(document.createElement("dd"), { textContent: value })));
  if (!details.length) card.querySelector("details").remove();
  if (!lines.length) card.querySelector("ul").remove();
  answers.append(card);
};

const check = async (code, suite) => {
  /** @type {Proof} */
  let proof;
  try {
    const answer = await fetch(form.dataset["proof"], { method: "POST", headers: { Accept: "application/json" }, body: new URLSearchParams({ code }) });
    if (answer.status === 429) return show(code, "warn", say("busy"), [], []);
    proof = /** @type {Proof} */ (await answer.json());
  } catch {
    return show(code, "bad", say("unreachable"), [], []);
  }
  if (!proof.leaf) return show(code, { UNKNOWN: "warn", ALTERED: "bad" }[proof.state] || "good", say(proof.state), [], []);
  const { own, path, signature, holds } = await verify(code, proof, suite);
  if (!holds) return show(code, "bad", say("false"), signature === false ? [say("badSignature")] : [], []);
  const lines = [own && say("own"), path && say("path", proof.size), say(signature ? "signature" : "noSignature")];
  return show(code, "good", say("SEALED"), lines,
    [[say("place"), `${proof.position + 1} / ${proof.size}`], [say("root", suite.hashName), proof.root], [say("key", suite.signatureName), proof.publicKey]]);
};

/**
 * Lets the page check by itself.
 * @param {Suite} suite
 */
export const checkReceipts = (suite) => {
  answers.setAttribute("role", "status");
  document.getElementById("plain").hidden = true;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const codes = document.getElementById("code").value.split(/[\r\n,;，；、]+/).map((code) => code.trim()).filter(Boolean);
    answers.replaceChildren();
    for (const code of codes.slice(0, 20)) await check(code.match(/(?:[0-9A-Za-z]{4}[-\s]?){4}[0-9A-Za-z]{4}\s*$/)?.[0].trim() || code, suite);
    answers.scrollIntoView({ block: "nearest" });
  });
};
