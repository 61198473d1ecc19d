package org.pingyi.base.account;

import java.util.Set;
import java.util.stream.Stream;

/**
 * A member of staff.
 *
 * @param login sign-in name in lower-case letters, unique
 * @param name what people read
 * @param unit code of the unit that a liaison speaks for, or ""
 * @param roles what the person may do
 * @param enabled whether the person may sign in
 * @param activated whether the person has set a password
 * @param held whether the roles wait for a security administrator since a new link was
 * issued
 * @param generation how often the person's sessions were ended; those of an earlier one
 * are over
 * @param secondFactor whether the person has a second factor
 */
public record Account(String login, String name, String unit, Set<Role> roles, boolean enabled, boolean activated,
		boolean held, int generation, boolean secondFactor) {

	/** The authorities that hold now: roles, and {@code UNIT_<code>} for a liaison. */
	Stream<String> authorities() {
		if (this.held) {
			return Stream.empty();
		}
		Stream<String> unit = this.roles.contains(Role.LIAISON) ? Stream.of("UNIT_" + this.unit) : Stream.empty();
		return Stream.concat(this.roles.stream().map(Role::authority), unit);
	}

}
