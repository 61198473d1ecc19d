package org.pingyi.intake.review;

import org.pingyi.base.web.PaperCode;

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

	/** What a token follows in a personal link: behind {@code #} no proxy sees it. */
	public static final String PATH = "/review#";

	/**
	 * The token as it is printed in a letter, to be typed where no link can be opened.
	 */
	public String code() {
		return PaperCode.grouped(this.token);
	}

}
