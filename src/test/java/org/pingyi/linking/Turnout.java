package org.pingyi.linking;

/**
 * How many take part, besides four leaders, five people of superior departments and six
 * of the grassroots, who mark every unit.
 *
 * @param units further ones, without windows
 * @param windows further units with a tablet each
 * @param phones citizens who rate the stock units under a number
 * @param codes the same under a printed code
 * @param tickets visitors at each tablet
 */
record Turnout(int units, int windows, int phones, int codes, int tickets) {

	/** Luck is as small as the bound. */
	static final Turnout OF_A_CITY = new Turnout(600, 16, 90, 80, 32);

	/** Cheap enough for every build. */
	static final Turnout OF_A_TOWN = new Turnout(120, 6, 60, 40, 32);

	/** For controls, whose links are no matter of luck: 61 units, with the stock ones. */
	static final Turnout SMALL = new Turnout(52, 4, 40, 30, 15);

	/** A handful at each door. */
	static final Turnout TINY = new Turnout(2, 1, 6, 5, 4);

}
