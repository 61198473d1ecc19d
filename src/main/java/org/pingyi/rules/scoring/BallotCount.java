package org.pingyi.rules.scoring;

import java.util.List;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** Counts the ballots of a channel about a unit, as far as a node looks at them. */
final class BallotCount {

	private final Node.BallotPoints node;

	private final Dossier dossier;

	private final Scale scale;

	private final TreeMap<Integer, ItemTally> items = new TreeMap<>();

	private long valid;

	BallotCount(Rules rules, Node.BallotPoints node, Dossier dossier) {
		this.node = node;
		this.dossier = dossier;
		Questionnaire form = rules.questionnaire(rules.channel(node.channel()).orElseThrow());
		this.scale = rules.scale(form);
		open(form.items());
		dossier.tallies(node.channel()).stream().filter((tally) -> counts(tally.raterClass())).forEach(this::add);
	}

	private void open(List<Item> all) {
		for (int i = 0; i < all.size(); i++) {
			Item item = all.get(i);
			if (this.node.items().isEmpty() || this.node.items().contains(item.code())) {
				this.items.put(i + 1, new ItemTally(item, this.scale));
			}
		}
	}

	private boolean counts(String raterClass) {
		return this.node.raterClasses().isEmpty() || this.node.raterClasses().contains(raterClass);
	}

	private void add(Inputs.Tally tally) {
		ItemTally item = this.items.get(tally.item());
		if (tally.item() == 0) {
			this.valid += tally.count();
		}
		else if (item != null) {
			item.add(tally.code(), tally.count());
		}
	}

	Scale scale() {
		return this.scale;
	}

	/** The items that somebody rated, in the form's order. */
	List<ItemTally> rated() {
		return this.items.values().stream().filter((item) -> item.rated() > 0).toList();
	}

	Counts counts() {
		return new Counts(issued(), this.valid, rated().stream().mapToLong(ItemTally::rated).sum());
	}

	private @Nullable Long issued() {
		List<Long> counts = this.dossier.issued()
			.stream()
			.filter((issued) -> issued.channel().equals(this.node.channel()) && counts(issued.raterClass()))
			.map(Inputs.Issued::count)
			.toList();
		return counts.isEmpty() ? null : (Long) counts.stream().mapToLong(Long::longValue).sum();
	}

}
