package org.pingyi.linking;

/**
 * What keeps people apart from their ballots, and what a control takes away of it.
 *
 * @param signOffs how the trail tells of sign-offs
 * @param log how the proxy writes its log
 */
record Protections(Sealing sealing, SignOffs signOffs, Log log) {

	/** As in the product. */
	static final Protections ALL = new Protections(Sealing.WITH_COMPANY, SignOffs.AT_THE_CLOSE, Log.UNLINKED);

	enum Sealing {

		WITH_COMPANY, WITHOUT_COMPANY, IN_ORDER

	}

	enum SignOffs {

		AT_THE_CLOSE, EACH_AT_ITS_TIME

	}

	enum Log {

		UNLINKED, USUAL

	}

}
