package org.pingyi.base.message;

/**
 * A short message.
 *
 * @param phone where it goes
 * @param code the code in it alone, for gateways that keep the text themselves; blank for
 * none
 * @param text the whole text
 */
public record Sms(PhoneNumber phone, String code, String text) {

	/** Never the code, wherever it might be logged. */
	@Override
	public String toString() {
		return "Sms to " + this.phone;
	}

}
