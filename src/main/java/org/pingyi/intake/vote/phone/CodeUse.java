package org.pingyi.intake.vote.phone;

import java.util.Locale;

/**
 * What a code is for. A code for one use fits no other, and each is counted by itself:
 * nobody uses up the codes of a reviewer by asking for a citizen's.
 */
public enum CodeUse {

	/** To vote as the citizen whose number it is. */
	VOTE,
	/** To open an invited person's sheet in another browser. */
	REVIEW;

	/** The kind of its orders. */
	String kind() {
		return purpose("code");
	}

	/** Key of the text of its message. */
	String text() {
		return purpose("sms");
	}

	/** Keeps its pseudonyms apart from those of other uses. */
	String purpose(String what) {
		return name().toLowerCase(Locale.ROOT) + "." + what;
	}

}
