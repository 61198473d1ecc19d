package org.pingyi.base.account;

/**
 * From where a session was begun, as its owner is shown it.
 *
 * @param network as {@link Origin} has it
 * @param browser what the browser says it is: {@code Firefox, Windows}, or ""
 */
public record SessionOrigin(String network, String browser) {
}
