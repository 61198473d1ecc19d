package org.pingyi.intake.ballot.web;

import java.util.HexFormat;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.pingyi.intake.ballot.log.Checkpoint;
import org.pingyi.intake.ballot.log.Proof;
import org.pingyi.intake.ballot.log.ReceiptState;

/**
 * What a browser needs to see for itself that a receipt is in the signed log; all bytes
 * in hexadecimal. Nothing in it comes from the answers.
 *
 * @param state where the ballot stands; the rest is there once it is sealed
 * @param position place of the receipt among all, from 0
 * @param leaf hash of 0x00 and the receipt's hash
 * @param path hashes from the leaf upwards
 * @param size receipts under the root
 * @param root root of the tree over the receipts
 * @param signed the text that was signed
 * @param signature over it
 * @param publicKey the key of the signature
 */
record ReceiptProof(ReceiptState state, long position, @Nullable String leaf, List<String> path, long size,
		@Nullable String root, @Nullable String signed, @Nullable String signature, @Nullable String publicKey) {

	private static final HexFormat HEX = HexFormat.of();

	static ReceiptProof of(Proof proof) {
		Checkpoint checkpoint = proof.checkpoint();
		return new ReceiptProof(ReceiptState.SEALED, proof.position(), HEX.formatHex(proof.leaf()),
				proof.path().stream().map(HEX::formatHex).toList(), checkpoint.size(),
				HEX.formatHex(checkpoint.receiptsRoot()), checkpoint.content(), HEX.formatHex(checkpoint.signature()),
				proof.publicKey().hex());
	}

	static ReceiptProof without(ReceiptState state) {
		return new ReceiptProof(state, 0, null, List.of(), 0, null, null, null, null);
	}

}
