package org.pingyi.intake.vote;

/**
 * Somebody leaves for the identity provider.
 *
 * @param address where they go
 * @param ticket what they must bring back, sealed; a cookie keeps it meanwhile
 */
public record Departure(String address, String ticket) {
}
