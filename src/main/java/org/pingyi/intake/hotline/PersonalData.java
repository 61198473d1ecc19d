package org.pingyi.intake.hotline;

import java.util.regex.Pattern;

/** Redacts numbers by which a caller could be found, before a case is stored. */
final class PersonalData {

	private static final String GAP = "[\\s.·\\-－—]?";

	/** Identity cards have 15 or 18 characters, bank cards 16 to 19. */
	private static final Pattern IDENTITY = Pattern.compile("(?<!\\d)\\d{14,18}[\\dXx](?!\\d)");

	private static final Pattern MOBILE = Pattern
		.compile("(?<!\\d)(?:\\+?86" + GAP + ")?1\\d{2}" + GAP + "\\d{4}" + GAP + "\\d{4}(?!\\d)");

	private static final Pattern LANDLINE = Pattern.compile("(?<!\\d)0\\d{2,3}" + GAP + "\\d{7,8}(?!\\d)");

	private PersonalData() {
	}

	static String redacted(String text) {
		String plain = plainDigits(text);
		plain = IDENTITY.matcher(plain).replaceAll("［证件号］");
		plain = MOBILE.matcher(plain).replaceAll("［电话］");
		return LANDLINE.matcher(plain).replaceAll("［电话］");
	}

	/** Full-width digits are digits, too. */
	private static String plainDigits(String text) {
		StringBuilder plain = new StringBuilder(text.length());
		text.chars()
			.map((each) -> (each >= '０' && each <= '９') ? each - '０' + '0' : each)
			.forEach((each) -> plain.append((char) each));
		return plain.toString();
	}

}
