package org.pingyi.base.account;

/**
 * From where a session was begun, as its owner is shown it, and in which generation.
 *
 * @param network as {@link Origin} has it
 * @param browser what the browser says it is: {@code Firefox, Windows}, or ""
 * @param generation as {@link Account} has it
 */
public record SessionOrigin(String network, String browser, int generation) {
}
