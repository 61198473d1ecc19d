package org.pingyi.intake.review;

/**
 * How many people of a class a channel asks, and how many there are.
 *
 * @param channel code of the channel
 * @param raterClass code of the rater class
 * @param asked how many the scheme asks for
 * @param invited invitations that were not taken back
 * @param named people of the class on a list to be imported
 */
public record InvitationQuota(String channel, String raterClass, long asked, long invited, long named) {

	/** How many more may be invited. */
	public long remaining() {
		return Math.max(0, this.asked - this.invited);
	}

	/** Whether the list names more people than may be invited. */
	public boolean exceeded() {
		return this.named > remaining();
	}

	boolean covers(NewInvitation person) {
		return this.channel.equals(person.channel()) && this.raterClass.equals(person.raterClass());
	}

}
