package org.pingyi.base.unit;

import java.time.LocalDate;
import java.util.regex.Pattern;

import org.pingyi.base.web.Refusal;
import org.pingyi.base.web.text.PlainText;

/** What codes and names may look like. */
final class UnitFormats {

	static final int NAME = 60;

	static final int SHORT_NAME = 20;

	static final int GROUP_NAME = 40;

	static final int SERVICES = 200;

	private static final Pattern CODE = Pattern.compile("[A-Z0-9]{2,12}");

	private UnitFormats() {
	}

	static boolean code(String code) {
		return CODE.matcher(code).matches();
	}

	static boolean name(String name, int longest) {
		return !name.isBlank() && name.length() <= longest && printable(name);
	}

	static boolean printable(String text) {
		return PlainText.isName(text);
	}

	/** Any day of the republic that a plan could mean. */
	static boolean day(LocalDate day) {
		return day.getYear() >= 1949 && day.getYear() <= 2100;
	}

	static void requireCode(String code) {
		require(code(code), "code", "unit.codeMalformed", code);
	}

	static void requireNames(String name, String shortName) {
		require(name(name, NAME), "name", "unit.nameMalformed", NAME);
		require(name(shortName, SHORT_NAME), "shortName", "unit.shortNameMalformed", SHORT_NAME);
	}

	static boolean services(String words) {
		return words.length() <= SERVICES && printable(words);
	}

	static void requireServices(String words) {
		require(services(words), "services", "unit.servicesMalformed", SERVICES);
	}

	static void requireDay(LocalDate day) {
		require(day(day), "from", "unit.dayMalformed", day.toString());
	}

	static void requireGroupName(String name) {
		require(name(name, GROUP_NAME), "name", "unit.groupNameMalformed", GROUP_NAME);
	}

	private static void require(boolean fits, String field, String key, Object argument) {
		if (!fits) {
			throw Refusal.invalid(key, argument).at(field);
		}
	}

}
