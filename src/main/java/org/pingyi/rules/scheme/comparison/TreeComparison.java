package org.pingyi.rules.scheme.comparison;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.pingyi.rules.scheme.comparison.SchemeComparison.Portion;
import org.pingyi.rules.scoring.Compound;
import org.pingyi.rules.scoring.Node;
import org.pingyi.rules.scoring.Tree;

/** Compares the nodes of two trees by their codes, wherever they stand. */
final class TreeComparison {

	private final ComparisonNotes notes;

	private final RecordComparison records;

	TreeComparison(ComparisonNotes notes, RecordComparison records) {
		this.notes = notes;
		this.records = records;
	}

	/**
	 * A node in its tree.
	 *
	 * @param part its weight, or null where it has none
	 * @param parent the node that it is a part of, or null for the root
	 * @param at where it stands
	 */
	private record Seat(Node node, Compound.@Nullable Weighted part, @Nullable Node parent, ComparisonPlace at) {

		private Object content() {
			return (this.part != null) ? this.part : this.node;
		}

		private String above() {
			return (this.parent != null) ? this.parent.head().code() : "";
		}

	}

	void compare(ComparisonPlace tree, Tree before, Tree after) {
		Map<String, Seat> earlier = seats(tree, before);
		Map<String, Seat> later = seats(tree, after);
		Map<String, Portion> portions = ComparisonPortions.changed(before, after);
		later.forEach((code, seat) -> {
			Seat was = earlier.get(code);
			if (was == null) {
				this.notes.note(seat.at(), null, seat.content());
			}
			else {
				compare(was, seat, portions.get(code));
			}
		});
		earlier.values()
			.stream()
			.filter((seat) -> !later.containsKey(seat.node().head().code()))
			.forEach((seat) -> this.notes.note(seat.at(), seat.content(), null));
	}

	private void compare(Seat was, Seat now, @Nullable Portion portion) {
		int since = this.notes.size();
		move(was, now);
		this.records.weights(now.at(), was.part(), now.part());
		if (portion != null) {
			this.notes.weigh(since, now.at(), portion);
		}
		this.records.compare(now.at(), was.node(), now.node());
	}

	private void move(Seat was, Seat now) {
		if (was.parent() == null || now.parent() == null) {
			return;
		}
		if (!was.above().equals(now.above())) {
			this.notes.moved(now.at(), was.parent().head().name(), now.parent().head().name());
		}
		else if (ListComparison.moved(codes(was.parent()), codes(now.parent())).test(now.node().head().code())) {
			this.notes.moved(now.at(), number(was), number(now));
		}
	}

	private static int number(Seat seat) {
		return seat.at().trail().getLast().number();
	}

	private static List<String> codes(Node parent) {
		return parent.children().stream().map((part) -> part.head().code()).distinct().toList();
	}

	/** Every node by its code, each before its parts; a code given twice counts once. */
	private static Map<String, Seat> seats(ComparisonPlace tree, Tree of) {
		Map<String, Seat> seats = new LinkedHashMap<>();
		ComparisonPlace root = tree.property("Tree", "root").inside(of.root().head().name());
		seat(seats, new Seat(of.root(), null, null, root));
		return seats;
	}

	@SuppressWarnings("ArgumentSelectionDefectChecker") // a part sits below its node
	private static void seat(Map<String, Seat> seats, Seat seat) {
		seats.putIfAbsent(seat.node().head().code(), seat);
		List<Compound.@Nullable Weighted> weights = weights(seat.node());
		for (int i = 0; i < seat.node().children().size(); i++) {
			Node part = seat.node().children().get(i);
			ComparisonPlace at = seat.at().property("Node", "parts").member(i, part.head().name());
			seat(seats, new Seat(part, weights.get(i), seat.node(), at));
		}
	}

	private static List<Compound.@Nullable Weighted> weights(Node node) {
		return (node instanceof Compound.WeightedSum sum) ? List.copyOf(sum.parts())
				: new ArrayList<>(Collections.nCopies(node.children().size(), null));
	}

}
