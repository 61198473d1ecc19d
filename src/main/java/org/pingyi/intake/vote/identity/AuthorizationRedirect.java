package org.pingyi.intake.vote.identity;

/**
 * Somebody leaves for the identity provider.
 *
 * @param address where they go
 * @param ticket what they must bring back, sealed; a cookie keeps it meanwhile
 */
public record AuthorizationRedirect(String address, String ticket) {
}
