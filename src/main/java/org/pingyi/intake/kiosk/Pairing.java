package org.pingyi.intake.kiosk;

/**
 * What pairs a device with a registered tablet, once.
 *
 * @param tablet number of the tablet
 * @param token goes into the pairing link; only its pseudonym is stored
 */
public record Pairing(long tablet, String token) {
}
