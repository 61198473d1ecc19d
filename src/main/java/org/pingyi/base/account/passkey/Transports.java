package org.pingyi.base.account.passkey;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.security.web.webauthn.api.AuthenticatorTransport;

/**
 * The ways in which a browser reaches an authenticator, as text with commas: a hint that
 * spares the person a question, of which only the known words are taken.
 */
final class Transports {

	private static final Set<String> KNOWN = Set.of("usb", "nfc", "ble", "smart-card", "hybrid", "internal");

	private Transports() {
	}

	static Set<AuthenticatorTransport> of(String text) {
		return Arrays.stream(text.split(","))
			.filter(KNOWN::contains)
			.map(AuthenticatorTransport::valueOf)
			.collect(Collectors.toSet());
	}

	static String text(Collection<AuthenticatorTransport> transports) {
		return transports.stream().map(AuthenticatorTransport::getValue).sorted().collect(Collectors.joining(","));
	}

}
