package org.pingyi.rules.scheme;

import java.util.ArrayList;
import java.util.List;

import org.pingyi.rules.scheme.SchemeRefused.Fault;
import org.pingyi.rules.scoring.Rules;

/** Everything that must hold before a scheme is frozen. */
final class Checks {

	private Checks() {
	}

	static List<Fault> faults(Rules rules) {
		List<Fault> faults = new ArrayList<>();
		return faults;
	}

}
