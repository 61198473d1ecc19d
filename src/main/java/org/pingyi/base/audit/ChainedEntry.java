package org.pingyi.base.audit;

/**
 * An act with the hashes that hold it in the chain.
 *
 * @param previous hash of the act before it; 32 zero bytes for the first
 * @param hash SHA-256 over the previous hash and the act's own fields
 */
public record ChainedEntry(Entry entry, byte[] previous, byte[] hash) {
}
