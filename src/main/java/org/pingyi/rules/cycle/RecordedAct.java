package org.pingyi.rules.cycle;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An act as the tables tell it now, to be compared with what was signed when it was done.
 *
 * @param decidedBy sign-in name of whoever did it
 * @param decidedAt when, of acts whose time counts for something; null of others
 * @param earlier the same as earlier versions signed it, where that was less; else null
 */
public record RecordedAct(CycleAct act, String decidedBy, @Nullable Instant decidedAt, @Nullable CycleAct earlier) {

	public RecordedAct(CycleAct act, String decidedBy) {
		this(act, decidedBy, null);
	}

	public RecordedAct(CycleAct act, String decidedBy, @Nullable Instant decidedAt) {
		this(act, decidedBy, decidedAt, null);
	}

	/** The same as earlier versions signed it. */
	public RecordedAct asEarlier() {
		return (this.earlier != null) ? new RecordedAct(this.earlier, this.decidedBy, this.decidedAt) : this;
	}

}
