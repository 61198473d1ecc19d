package org.pingyi.intake.review;

/**
 * An invitation with the secret of its personal link, which can be read only now.
 *
 * @param id number of the invitation
 * @param name the person
 * @param organisation where they work
 * @param channel code of the channel
 * @param token goes into the link; only its pseudonym is stored
 */
public record IssuedInvitation(long id, String name, String organisation, String channel, String token) {
}
