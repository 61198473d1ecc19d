package org.pingyi.verify.rules;

/** Rules or inputs are not what the format says, so that nothing can be counted. */
public class RulesUnreadable extends RuntimeException {

	RulesUnreadable(String place) {
		super(place);
	}

	/** Where: {@code part.weight}. */
	public String place() {
		return String.valueOf(getMessage());
	}

}
