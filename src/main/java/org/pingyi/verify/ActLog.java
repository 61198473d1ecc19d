package org.pingyi.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The head of a year and its acts, as far as the files tell them.
 *
 * @param head empty for years opened before heads were kept
 * @param acts in their order
 * @param complete whether every act is told; files for everybody tell the head alone
 */
record ActLog(Head head, List<Act> acts, boolean complete) {

	/** Reads the entries, and tells those that are no acts of the cycle. */
	static ActLog read(String cycle, List<String> entries, Report report) {
		List<Act> acts = new ArrayList<>();
		boolean complete = true;
		for (int position = 1; position < entries.size(); position++) {
			String entry = entries.get(position);
			Optional<Act> act = Act.read(cycle, position, entry);
			act.ifPresent(acts::add);
			complete &= !entry.isEmpty();
			if (act.isEmpty() && !entry.isEmpty()) {
				report.found(Check.ACTS, "verify.act.unreadable", position);
			}
		}
		Head head = Head.read(entries.isEmpty() ? "" : entries.getFirst());
		if (head.isEmpty() && !entries.isEmpty()) {
			report.found(Check.ACTS, "verify.act.unreadable", 0);
		}
		return new ActLog(head, List.copyOf(acts), complete);
	}

	/** The acts of a kind. */
	List<Act> all(String act) {
		return this.acts.stream().filter((each) -> each.act().equals(act)).toList();
	}

}
