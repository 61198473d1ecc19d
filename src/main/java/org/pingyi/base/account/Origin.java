package org.pingyi.base.account;

/**
 * Where an attempt to sign in comes from.
 *
 * @param network the IPv4 network of 24 bits or the IPv6 network of 64 bits
 * @param browser what the browser says it is: {@code Firefox, Windows}, or ""
 * @param device ID of a device on which this person signed in before, or ""
 */
public record Origin(String network, String browser, String device) {

	/** Whether this person has signed in on the device before. */
	public boolean known() {
		return !this.device.isEmpty();
	}

}
