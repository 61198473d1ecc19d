package org.pingyi.base.unit;

import java.util.Set;

/**
 * An agency under appraisal (受评单位).
 *
 * @param id internal number
 * @param code short code in capitals and digits, unique, used in addresses: {@code SWJ}
 * @param name full name: {@code 市水务局}
 * @param shortName name on tight pages: {@code 水务局}
 * @param group code of the group that it belongs to today, or "" when none
 * @param services what people go there for, in words separated by spaces, or "":
 * {@code 身份证 户口}; citizens find the unit by them
 * @param traits which of the {@link Trait traits} hold
 */
public record Unit(long id, String code, String name, String shortName, String group, String services,
		Set<Trait> traits) {

	public boolean has(Trait trait) {
		return this.traits.contains(trait);
	}

}
