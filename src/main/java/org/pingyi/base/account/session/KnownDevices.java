package org.pingyi.base.account.session;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

import org.pingyi.base.secret.Pseudonyms;

import org.springframework.stereotype.Component;

/**
 * Recognises a device on which a person has signed in before by the ticket it was given
 * then: {@code <ID>.<expiry>.<code>}. It proves nothing else, and replaces no password;
 * it only spares the person the wait that strangers cause.
 */
@Component
public class KnownDevices {

	/** How long a ticket is good. */
	public static final Duration LIFE = Duration.ofDays(180);

	private static final int ID_BYTES = 16;

	private final SecureRandom random = new SecureRandom();

	private final Pseudonyms pseudonyms;

	private final Clock clock;

	KnownDevices(Pseudonyms pseudonyms, Clock clock) {
		this.pseudonyms = pseudonyms;
		this.clock = clock;
	}

	/** The name of the cookie that a person's ticket is kept in; it tells no name. */
	public String cookie(String login) {
		return "pingyi-device-" + this.pseudonyms.of("account.device.cookie", login).substring(0, 12);
	}

	/** A ticket for the device on which a person has just signed in. */
	public String ticket(String login) {
		byte[] id = new byte[ID_BYTES];
		this.random.nextBytes(id);
		String body = HexFormat.of().formatHex(id) + "." + this.clock.instant().plus(LIFE).getEpochSecond();
		return body + "." + code(login, body);
	}

	/**
	 * The ID of the device, or "" when the ticket is not this person's or too old.
	 */
	public String id(String login, String ticket) {
		String[] parts = ticket.split("\\.", -1);
		if (parts.length != 3 || !parts[1].matches("\\d{1,12}")) {
			return "";
		}
		boolean ours = MessageDigest.isEqual(bytes(code(login, parts[0] + "." + parts[1])), bytes(parts[2]));
		boolean good = this.clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(parts[1])));
		return (ours && good) ? parts[0] : "";
	}

	private String code(String login, String body) {
		return HexFormat.of().formatHex(this.pseudonyms.mac("account.device", login, body));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
	}

}
