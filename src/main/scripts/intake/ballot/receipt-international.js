// The page of receipts in a city under SHA-256 and Ed25519.
import { checkReceipts } from "./receipt.js";
import { sha256 } from "./sha256.js";

const isSigned = async (content, signature, publicKey) => {
  let key;
  try {
    key = await crypto.subtle.importKey("raw", publicKey, { name: "Ed25519" }, false, ["verify"]);
  } catch {
    return undefined;
  }
  return crypto.subtle.verify({ name: "Ed25519" }, key, signature, content);
};

checkReceipts({ hash: sha256, hashName: "SHA-256", isSigned, signatureName: "Ed25519" });
