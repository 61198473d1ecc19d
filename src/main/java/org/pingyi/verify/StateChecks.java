package org.pingyi.verify;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the checkpoints; checks them against the key and against those kept elsewhere.
 */
final class StateChecks {

	private static final String FILE = "checkpoints.txt";

	private final CityKey key;

	private final Folder folder;

	private final Report report;

	private final String cycle;

	StateChecks(CityKey key, Folder folder, Report report, String cycle) {
		this.key = key;
		this.folder = folder;
		this.report = report;
		this.cycle = cycle;
	}

	/** The states that can be read, from the smallest. */
	List<SignedState> run(List<String> kept) {
		List<SignedState> states = new ArrayList<>();
		List<String> lines = this.folder.lines(FILE);
		for (int line = 1; line <= lines.size(); line++) {
			check(line, SignedState.read(lines.get(line - 1)).orElse(null), states);
		}
		this.report.done(Check.SIGNATURES, lines.size());
		checkKept(kept, states);
		if (!states.isEmpty()) {
			this.report.keep(states.getLast().line());
		}
		return states;
	}

	private void check(int line, @org.jspecify.annotations.Nullable SignedState state, List<SignedState> states) {
		if (state == null || !state.cycle().equals(this.cycle)) {
			this.report.found(Check.SIGNATURES, "verify.state.unreadable", line);
			return;
		}
		if (!state.isSignedBy(this.key)) {
			this.report.found(Check.SIGNATURES, "verify.state.forged", state.place());
		}
		if (!states.isEmpty() && !state.follows(states.getLast())) {
			this.report.found(Check.SIGNATURES, "verify.state.order", state.place());
			return;
		}
		states.add(state);
	}

	private void checkKept(List<String> kept, List<SignedState> states) {
		for (String line : kept) {
			SignedState.read(line).filter((state) -> state.cycle().equals(this.cycle)).ifPresent((state) -> {
				this.report.done(Check.KEPT, 1);
				if (!state.isSignedBy(this.key)) {
					this.report.found(Check.KEPT, "verify.kept.forged", state.place());
				}
				else if (states.stream().noneMatch(state::saysTheSameAs)) {
					this.report.found(Check.KEPT, "verify.kept.missing", state.place());
				}
			});
		}
	}

}
