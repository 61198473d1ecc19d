package org.pingyi.verify;

import java.util.Locale;

/** What is checked against what; in the order of the report. */
enum Check {

	/** The key is the one that the city published elsewhere. */
	KEY,
	/** Every file of the set is there. */
	FILES,
	/** Each checkpoint is signed by the city's key. */
	SIGNATURES,
	/** Checkpoints that others kept are still there. */
	KEPT,
	/** Ballots stand in their places and say what their leaves say. */
	BALLOTS,
	/** Receipts stand in their places, once each, and belong to their leaves. */
	RECEIPTS,
	/** Acts stand in their places and say what their leaves say. */
	ACTS,
	/** The inner nodes of the trees follow from what is below them. */
	NODES,
	/** Each signed root follows from the leaves. */
	ROOTS,
	/** Each log is as long as the last checkpoint says. */
	LENGTH,
	/** The tallies are the count of the ballots. */
	TALLIES,
	/** Rights, ballots, receipts and tallies come to the same number. */
	COUNTERS,
	/** Inputs and outcome of each run are those that were digested. */
	RUNS,
	/** Each run counted the tallies and the units of the year. */
	INPUTS,
	/** What the year counts by is what was signed at its opening, or decided since. */
	HEAD,
	/** Each approval, exclusion, count and publication is among the signed acts. */
	DECIDED,
	/** The scheme file is the one that was frozen, and each count went by it. */
	SCHEME,
	/** The rules lead from what each run took in to what it concluded. */
	RESCORED,
	/** Each score is what the run concluded. */
	SCORES,
	/** The published run is the last. */
	PUBLICATION,
	/** Each entry of the trail follows from the one before. */
	TRAIL,
	/** Runs and publication are those that the trail tells of. */
	RECORDED;

	/** Its name as a message key. */
	String key() {
		return "verify.check." + name().toLowerCase(Locale.ROOT);
	}

}
