package org.pingyi.intake.ballot.log;

import java.util.List;

/**
 * Shows that a receipt is in the log that a checkpoint signs, for anybody to verify: the
 * leaf is the hash of 0x00 and the receipt's hash, and the path leads from it to the root
 * as in RFC 6962, section 2.1.1.
 *
 * @param position place of the receipt, from 0
 * @param path hashes from the leaf upwards
 * @param checkpoint the newest signed state
 * @param publicKey the public half of the key that signed it
 */
public record Proof(long position, byte[] leaf, List<byte[]> path, Checkpoint checkpoint, CheckpointKey publicKey) {
}
