package org.pingyi.rules.cycle;

import java.util.List;

/** Tells from the tables of a module which acts it published, and what they said. */
public interface ActRecords {

	/** The acts of a cycle as its rows tell them now. */
	List<RecordedAct> of(long cycle);

}
