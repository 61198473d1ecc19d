package org.pingyi.outcome.result.rendition;

/**
 * Which rendition of what.
 *
 * @param edition digest of what it is drawn from
 * @param address of the page or file, without the path of the application
 * @param language {@code zh}, {@code en}, or "" where it has none
 */
public record RenditionKey(String edition, String address, String language) {
}
