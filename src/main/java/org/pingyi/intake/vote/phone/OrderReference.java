package org.pingyi.intake.vote.phone;

/**
 * What the writer of a code has to know of its order.
 *
 * @param share the share of the number's messages that it is counted in, one digit
 */
record OrderReference(int share, String token) {

	static OrderReference read(String text) {
		return new OrderReference(Integer.parseInt(text.substring(0, 1)), text.substring(1));
	}

	String text() {
		return this.share + this.token;
	}

}
