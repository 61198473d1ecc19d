package org.pingyi.intake.ballot.form;

import java.util.List;

/** A door that knows how many forms it handed out. */
public interface IssuedSource {

	/** Forms handed out in a cycle, where that is known, in any order. */
	List<IssuedForms> issued(long cycle);

}
