package org.pingyi.intake.vote.identity;

/**
 * Where somebody is sent, and what they take along.
 *
 * @param address of the identity provider
 * @param ticket what they must bring back, encrypted; a cookie keeps it meanwhile
 */
public record AuthorizationRedirect(String address, String ticket) {
}
