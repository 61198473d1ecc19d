package org.pingyi.base.message;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mobile number of the mainland.
 *
 * @param digits its eleven digits
 */
public record PhoneNumber(String digits) {

	private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");

	private static final int SEGMENT = 7;

	/** Reads what people type: spaces, hyphens and +86 do not matter. */
	public static Optional<PhoneNumber> read(String typed) {
		String digits = typed.replaceAll("[\\s\\p{Pd}]", "").replaceFirst("^(\\+|00)86", "");
		return MOBILE.matcher(digits).matches() ? Optional.of(new PhoneNumber(digits)) : Optional.empty();
	}

	/**
	 * Its numbering segment, the first seven digits: operators hand out ten thousand
	 * numbers at once, mostly to one city.
	 */
	public String segment() {
		return this.digits.substring(0, SEGMENT);
	}

	/** The number as a page shows it: {@code 138****5678}. */
	public String masked() {
		return this.digits.substring(0, 3) + "****" + this.digits.substring(7);
	}

	/** Never the number itself, wherever it might be logged. */
	@Override
	public String toString() {
		return masked();
	}

}
