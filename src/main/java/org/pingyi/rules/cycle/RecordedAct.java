package org.pingyi.rules.cycle;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An act as the tables tell it now, to be compared with what was signed when it was done.
 *
 * @param decidedBy sign-in name of whoever did it
 * @param decidedAt when, of acts whose time counts for something; null of others
 */
public record RecordedAct(CycleAct act, String decidedBy, @Nullable Instant decidedAt) {

	public RecordedAct(CycleAct act, String decidedBy) {
		this(act, decidedBy, null);
	}

}
