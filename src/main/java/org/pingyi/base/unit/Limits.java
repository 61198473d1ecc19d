package org.pingyi.base.unit;

import java.util.regex.Pattern;

import org.pingyi.base.web.Refusal;

/** What codes and names may look like. */
final class Limits {

	static final int NAME = 60;

	static final int SHORT_NAME = 20;

	static final int GROUP_NAME = 40;

	private static final Pattern CODE = Pattern.compile("[A-Z0-9]{2,12}");

	private Limits() {
	}

	static boolean code(String code) {
		return CODE.matcher(code).matches();
	}

	static boolean name(String name, int longest) {
		return !name.isBlank() && name.length() <= longest;
	}

	static void requireCode(String code) {
		require(code(code), "unit.codeMalformed", code);
	}

	static void requireNames(String name, String shortName) {
		require(name(name, NAME), "unit.nameMalformed", NAME);
		require(name(shortName, SHORT_NAME), "unit.shortNameMalformed", SHORT_NAME);
	}

	static void requireGroupName(String name) {
		require(name(name, GROUP_NAME), "unit.groupNameMalformed", GROUP_NAME);
	}

	private static void require(boolean fits, String key, Object argument) {
		if (!fits) {
			throw Refusal.invalid(key, argument);
		}
	}

}
