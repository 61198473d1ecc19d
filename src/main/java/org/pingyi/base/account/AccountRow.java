package org.pingyi.base.account;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** An account as one row of a list. */
interface AccountRow {

	String getLogin();

	String getName();

	/** Code of the unit, or "". */
	String getUnit();

	/** Names separated by spaces. */
	String getRoles();

	boolean isEnabled();

	boolean isActivated();

	boolean isRightsHeld();

	default Account account() {
		Set<Role> roles = Arrays.stream(getRoles().split(" "))
			.filter((role) -> !role.isEmpty())
			.map(Role::valueOf)
			.collect(Collectors.toCollection(TreeSet::new));
		return new Account(getLogin(), getName(), getUnit(), roles, isEnabled(), isActivated(), isRightsHeld(), 0,
				false);
	}

}
