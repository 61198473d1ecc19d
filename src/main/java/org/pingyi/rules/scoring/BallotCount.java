package org.pingyi.rules.scoring;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The ballots about a unit that a node counts, by items. */
final class BallotCount {

	private final Poll.Sample sample;

	private final Scale scale;

	/** The items that count, in the form's order. */
	private final List<ItemTally> items = new ArrayList<>();

	/** Those of them that somebody rated. */
	private final List<ItemTally> rated = new ArrayList<>();

	private final @Nullable Long issued;

	private long valid;

	/** Those that came in and do not count. */
	private long excluded;

	/** Answers with a value. */
	private long answers;

	BallotCount(Rules rules, Poll.Sample sample, UnitInputs unitInputs) {
		this.sample = sample;
		Questionnaire form = rules.questionnaire(rules.channel(sample.channel()).orElseThrow());
		this.scale = rules.scale(form);
		count(form, unitInputs.ballots(sample.channel()));
		this.issued = issued(unitInputs);
	}

	private void count(Questionnaire form, ChannelBallots ballots) {
		List<Histogram> histograms = ballots.of(this.sample.raterClasses());
		this.excluded = ballots.excluded(this.sample.raterClasses());
		Points points = new Points(this.scale);
		for (int number = 1; number <= form.items().size(); number++) {
			Item item = form.items().get(number - 1);
			if (this.sample.items().isEmpty() || this.sample.items().contains(item.code())) {
				add(new ItemTally(number, item, Answers.of(points, ballots.places(), histograms, number)));
			}
		}
		histograms.forEach((histogram) -> this.valid += histogram.valid());
	}

	private void add(ItemTally item) {
		this.items.add(item);
		if (item.rated() > 0) {
			this.answers += item.rated();
			this.rated.add(item);
		}
	}

	private @Nullable Long issued(UnitInputs unitInputs) {
		Long sum = null;
		for (Inputs.Issued issued : unitInputs.issued()) {
			if (issued.channel().equals(this.sample.channel()) && counts(issued.raterClass())) {
				sum = issued.count() + ((sum != null) ? sum : 0);
			}
		}
		return sum;
	}

	private boolean counts(String raterClass) {
		return this.sample.raterClasses().isEmpty() || this.sample.raterClasses().contains(raterClass);
	}

	Scale scale() {
		return this.scale;
	}

	@Nullable Long issued() {
		return this.issued;
	}

	long valid() {
		return this.valid;
	}

	/** The items that somebody rated, in the form's order. */
	List<ItemTally> rated() {
		return this.rated;
	}

	/** The same items with an answer for every form that was not returned. */
	List<ItemTally> withSilence(int level) {
		return this.items.stream().map((item) -> item.withSilent(level, silent())).toList();
	}

	/** Forms that were handed out and not returned. */
	long silent() {
		return (this.issued == null) ? 0 : Math.max(0, this.issued - this.valid - this.excluded);
	}

	Counts counts() {
		return new Counts(this.issued, this.valid, this.answers);
	}

}
