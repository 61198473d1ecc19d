package org.pingyi.rules.scoring;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The ballots about a unit that a node counts, by items. */
final class BallotCount {

	private final Poll.Sample sample;

	private final Dossier dossier;

	private final Scale scale;

	private final List<Item> form;

	/** By the number of the item; null for items that do not count. */
	private final @Nullable Answers[] answers;

	private long valid;

	BallotCount(Rules rules, Poll.Sample sample, Dossier dossier) {
		this.sample = sample;
		this.dossier = dossier;
		Questionnaire questionnaire = rules.questionnaire(rules.channel(sample.channel()).orElseThrow());
		this.scale = rules.scale(questionnaire);
		this.form = questionnaire.items();
		this.answers = new Answers[this.form.size() + 1];
		open();
		for (Inputs.Tally tally : dossier.tallies(sample.channel())) {
			add(tally);
		}
	}

	private void open() {
		for (int number = 1; number <= this.form.size(); number++) {
			boolean counts = this.sample.items().isEmpty()
					|| this.sample.items().contains(this.form.get(number - 1).code());
			this.answers[number] = counts ? new Answers(this.scale) : null;
		}
	}

	private boolean counts(String raterClass) {
		return this.sample.raterClasses().isEmpty() || this.sample.raterClasses().contains(raterClass);
	}

	private void add(Inputs.Tally tally) {
		if (!counts(tally.raterClass())) {
			return;
		}
		if (tally.item() == 0) {
			this.valid += tally.count();
			return;
		}
		Answers item = (tally.item() < this.answers.length) ? this.answers[tally.item()] : null;
		if (item != null) {
			item.add(accepted(tally), tally.count());
		}
	}

	private int accepted(Inputs.Tally tally) {
		if (!this.scale.accepts(tally.code())) {
			throw new IllegalArgumentException("No answer " + tally.code() + " on " + this.scale.code());
		}
		return tally.code();
	}

	Scale scale() {
		return this.scale;
	}

	/** The items that somebody rated, in the form's order. */
	List<ItemTally> rated() {
		return items().stream().filter((item) -> item.rated() > 0).toList();
	}

	private List<ItemTally> items() {
		List<ItemTally> items = new ArrayList<>();
		for (int number = 1; number < this.answers.length; number++) {
			Answers given = this.answers[number];
			if (given != null) {
				items.add(new ItemTally(number, this.form.get(number - 1), given));
			}
		}
		return items;
	}

	/** The same items with an answer for every form that was not returned. */
	List<ItemTally> withSilence(int level) {
		return items().stream().map((item) -> item.withSilent(this.scale, level, silent())).toList();
	}

	/** Forms that were handed out and not returned. */
	long silent() {
		Long issued = issued();
		return (issued == null) ? 0 : Math.max(0, issued - this.valid);
	}

	Counts counts() {
		return new Counts(issued(), this.valid, rated().stream().mapToLong(ItemTally::rated).sum());
	}

	private @Nullable Long issued() {
		List<Long> counts = this.dossier.issued()
			.stream()
			.filter((issued) -> issued.channel().equals(this.sample.channel()) && counts(issued.raterClass()))
			.map(Inputs.Issued::count)
			.toList();
		return counts.isEmpty() ? null : (Long) counts.stream().mapToLong(Long::longValue).sum();
	}

}
