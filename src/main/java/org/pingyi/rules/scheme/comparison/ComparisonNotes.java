package org.pingyi.rules.scheme.comparison;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.pingyi.rules.scheme.comparison.SchemeComparison.Change;
import org.pingyi.rules.scheme.comparison.SchemeComparison.Kind;
import org.pingyi.rules.scheme.comparison.SchemeComparison.Portion;

/** The differences noted so far. */
final class ComparisonNotes {

	private final List<Change> changes = new ArrayList<>();

	List<Change> changes() {
		return List.copyOf(this.changes);
	}

	/** Notes a property or a member of a list that one side has and the other has not. */
	void note(ComparisonPlace at, @Nullable Object before, @Nullable Object after) {
		Kind kind = (before == null) ? Kind.ADDED : (after == null) ? Kind.REMOVED : Kind.CHANGED;
		add(kind, at, before, after, null);
	}

	void moved(ComparisonPlace at, Object before, Object after) {
		add(Kind.MOVED, at, before, after, null);
	}

	private void add(Kind kind, ComparisonPlace at, @Nullable Object before, @Nullable Object after,
			@Nullable Portion portion) {
		this.changes.add(new Change(kind, at.path(), at.trail(), at.record(), at.property(), before, after, portion));
	}

	/**
	 * Says what a node brings to the total: besides the changes of its weight noted
	 * since, or else as a change of its own.
	 */
	void weigh(int since, ComparisonPlace at, Portion portion) {
		boolean told = false;
		for (int i = since; i < this.changes.size(); i++) {
			Change change = this.changes.get(i);
			if (change.record().equals("Weighted")) {
				this.changes.set(i, new Change(change.kind(), change.place(), change.trail(), change.record(),
						change.property(), change.before(), change.after(), portion));
				told = true;
			}
		}
		if (!told) {
			note(at.property("Node", SchemeComparison.PORTION), portion.before(), portion.after());
		}
	}

	int size() {
		return this.changes.size();
	}

}
