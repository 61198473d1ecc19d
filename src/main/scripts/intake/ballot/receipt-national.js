// The page of receipts in a city under SM3 and SM2.
import { checkReceipts } from "./receipt.js";
import { isSignedBySm2 } from "./sm2.js";
import { sm3 } from "./sm3.js";

checkReceipts({ hash: sm3, hashName: "SM3", isSigned: isSignedBySm2, signatureName: "SM2" });
