package org.pingyi.intake.vote;

/**
 * Leave to vote in a cycle, won with a code and carried in the forms.
 *
 * @param phone what stands for the number
 * @param cycle number of the cycle
 */
public record VotePass(String phone, long cycle) {

	/** The right under which ballots are submitted. */
	public String right() {
		return "phone:" + this.phone;
	}

}
