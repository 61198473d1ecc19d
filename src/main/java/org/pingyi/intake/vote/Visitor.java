package org.pingyi.intake.vote;

/**
 * Who asks to enter, as far as a request shows it.
 *
 * @param address the household's network address
 * @param network the network that it is in, with its neighbours'
 * @param device the random ID that the page keeps on a device, or ""
 */
public record Visitor(String address, String network, String device) {

	private static final int LONGEST = 64;

	public Visitor {
		device = (device.length() <= LONGEST) ? device.strip() : "";
	}

}
