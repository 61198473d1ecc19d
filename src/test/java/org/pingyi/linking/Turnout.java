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

	/** Enough for luck to be smaller than the bound. */
	static final Turnout OF_A_CITY = new Turnout(600, 16, 90, 80, 32);

	/** Enough for a control, whose links are no matter of luck. */
	static final Turnout SMALL = new Turnout(16, 4, 40, 30, 15);

}
