package org.pingyi.intake.hotline;

/** The hotline's number of a case, besides ours. */
record CaseNumber(long id, Key key) {

	CaseNumber(long id, long cycle, String number) {
		this(id, new Key(cycle, number));
	}

	/** What a case is known by in a cycle. */
	record Key(long cycle, String number) {
	}

}
