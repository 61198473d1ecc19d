package org.pingyi.rules.cycle;

import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * Something of a year that is stored otherwise than it was signed.
 *
 * @param what the kind, as the message key after {@code cycle.head.}: {@code unit}
 * @param signed as it was signed, "" where it was not there
 * @param now as it is stored, "" where it is not there any more
 */
public record YearAlteration(String what, String signed, String now) {

	/** As people read it. */
	DefaultMessageSourceResolvable told() {
		return new DefaultMessageSourceResolvable(new String[] { "cycle.head." + this.what },
				new Object[] { shown(this.signed), shown(this.now) });
	}

	private static String shown(String value) {
		return value.isEmpty() ? "-" : value;
	}

}
