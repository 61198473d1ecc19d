package org.pingyi.base.unit;

import java.util.Locale;

/**
 * A property of a unit that rules may ask for by its name. A further one is a line here
 * and its label in the messages.
 */
public enum Trait {

	/** It serves people at windows. */
	WINDOW("窗口服务"),
	/** A superior ministry or province manages it, not the city. */
	VERTICAL("垂直管理"),
	/** Its superiors give awards, so that a bonus is within its reach. */
	AWARDS("上级评奖");

	private final String heading;

	Trait(String heading) {
		this.heading = heading;
	}

	/** Its column in a file of units. */
	UnitColumn column() {
		return new UnitColumn(this.heading, name().toLowerCase(Locale.ROOT), true);
	}

}
