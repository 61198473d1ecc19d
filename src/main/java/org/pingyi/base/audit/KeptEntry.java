package org.pingyi.base.audit;

/**
 * An entry of the trail as somebody kept it outside the database.
 *
 * @param id its number
 * @param hash its hash in hexadecimal
 */
public record KeptEntry(long id, String hash) {
}
