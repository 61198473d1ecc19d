package org.pingyi.rules.scoring;

/** No score can be computed for a unit, because the rules do not allow it. */
public class ScoreRefused extends IllegalStateException {

	private final String unit;

	private final String node;

	ScoreRefused(String unit, String node) {
		super("No score for " + unit + ": " + node);
		this.unit = unit;
		this.node = node;
	}

	/** Code of the unit. */
	public String unit() {
		return this.unit;
	}

	/** Code of the node that may not be missing, or "" when no tree fits the unit. */
	public String node() {
		return this.node;
	}

}
