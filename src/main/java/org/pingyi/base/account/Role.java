package org.pingyi.base.account;

import java.util.Set;

/** What a member of staff may do. */
public enum Role {

	/** The appraisal office. */
	OFFICE(false),
	/** Speaks for one unit. */
	LIAISON(true),
	/** Visits units. */
	INSPECTOR(false),
	/** Delivers hotline cases. */
	HOTLINE(false),
	/** Reads the trail. */
	AUDITOR(true),
	/** Keeps accounts and devices. */
	SYSTEM_ADMIN(true),
	/** Gives and takes rights. */
	SECURITY_ADMIN(true);

	private final boolean alone;

	Role(boolean alone) {
		this.alone = alone;
	}

	/**
	 * Whether one person may hold these together: the two administrators, the auditor and
	 * a unit's liaison each watch over others, or are watched by them, and hold nothing
	 * else.
	 */
	static boolean together(Set<Role> roles) {
		return roles.size() < 2 || roles.stream().noneMatch((role) -> role.alone);
	}

	String authority() {
		return "ROLE_" + name();
	}

}
