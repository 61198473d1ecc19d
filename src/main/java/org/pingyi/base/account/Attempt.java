package org.pingyi.base.account;

import java.util.Locale;

/**
 * What somebody signs in with.
 *
 * @param login as {@link #login} has it
 * @param password as typed
 * @param code of the second factor, or "" where none was asked for yet
 */
public record Attempt(String login, String password, String code, Origin origin) {

	public Attempt {
		code = code.strip();
	}

	/** A sign-in name as it was typed, in the form in which accounts have it. */
	public static String login(String typed) {
		return typed.strip().toLowerCase(Locale.ROOT);
	}

	/** Neither what was typed nor from where. */
	@Override
	public String toString() {
		return "Attempt";
	}

}
