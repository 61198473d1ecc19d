package org.pingyi.rules.scheme.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.pingyi.rules.scoring.Channel;
import org.pingyi.rules.scoring.Item;
import org.pingyi.rules.scoring.Level;
import org.pingyi.rules.scoring.Node;
import org.pingyi.rules.scoring.Poll;
import org.pingyi.rules.scoring.Questionnaire;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.Scale;
import org.pingyi.rules.scoring.Text;
import org.pingyi.rules.scoring.Trim;

/** Checks nodes that count ballots; the rules behind them are known to exist. */
final class PollChecks {

	/** A name that promises a rate; 效率, 频率, 表率 and 坦率 are other words. */
	private static final Pattern RATE = Pattern.compile(".*(?<![效频表坦])率(（.*）|\\(.*\\))?");

	private static final Pattern ENGLISH_RATE = Pattern.compile(".*\\brate\\b.*", Pattern.CASE_INSENSITIVE);

	private final Checks checks;

	private final Rules rules;

	PollChecks(Checks checks, Rules rules) {
		this.checks = checks;
		this.rules = rules;
	}

	void run(String place, Poll poll) {
		Poll.Sample sample = poll.sample();
		this.checks.require(sample.minimum() >= 1, place + ".minimum", "minimum", sample.minimum());
		BigDecimal share = sample.minimumReturn();
		this.checks.require(share == null || (share.signum() > 0 && share.compareTo(Node.HUNDRED) <= 0),
				place + ".minimumReturn", "share", share + "");
		Channel channel = this.rules.channel(sample.channel()).orElse(null);
		if (channel == null) {
			this.checks.fault(place + ".channel", "unknownChannel", sample.channel());
			return;
		}
		this.checks.known(place + ".raterClasses", sample.raterClasses(), Set.copyOf(channel.raterClasses()),
				"unknownRaterClass");
		form(channel).ifPresent((form) -> answers(place, poll, form));
	}

	private Optional<Questionnaire> form(Channel channel) {
		return this.rules.questionnaires()
			.stream()
			.filter((form) -> form.code().equals(channel.questionnaire()))
			.findFirst();
	}

	private void answers(String place, Poll poll, Questionnaire form) {
		this.checks.known(place + ".items", poll.sample().items(), Checks.set(form.items(), Item::code), "unknownItem");
		List<Integer> levels = this.rules.scales()
			.stream()
			.filter((scale) -> scale.code().equals(form.scale()))
			.flatMap((scale) -> valued(scale).stream())
			.toList();
		Integer silence = poll.sample().silence();
		this.checks.require(silence == null || levels.contains(silence), place + ".silence", "unknownLevel",
				silence + "");
		boolean alike = weights(poll, form).size() <= 1;
		switch (poll) {
			case Poll.BallotPoints points -> points(place, points, alike);
			case Poll.BallotRate rate -> rate(place, rate, levels, alike);
			case Poll.ReturnRate rate -> {
				// It counts forms, whatever they say.
			}
		}
	}

	private static List<Integer> valued(Scale scale) {
		return scale.levels().stream().filter((level) -> level.points() != null).map(Level::code).toList();
	}

	private static Set<BigDecimal> weights(Poll poll, Questionnaire form) {
		return form.items()
			.stream()
			.filter((item) -> poll.sample().items().isEmpty() || poll.sample().items().contains(item.code()))
			.map((item) -> BoundaryValues.plain(item.weight()))
			.collect(Collectors.toSet());
	}

	private void points(String place, Poll.BallotPoints points, boolean alike) {
		Text name = points.head().name();
		String english = name.en();
		boolean rate = RATE.matcher(name.zh()).matches()
				|| (english != null && ENGLISH_RATE.matcher(english).matches());
		this.checks.require(!rate, place + ".name", "notARate", name.zh());
		boolean median = points.centre() == Poll.Centre.MEDIAN;
		Trim trim = points.trim();
		boolean plain = !median && trim == null;
		this.checks.require(plain || alike || points.average() == Poll.Average.ITEM_MEANS, place + ".average",
				"pooledWeights", points.head().code());
		this.checks.require(!median || trim == null, place + ".trim", "trimMedian", points.head().code());
		if (trim != null) {
			this.checks.trim(place + ".trim", trim);
		}
	}

	private void rate(String place, Poll.BallotRate rate, List<Integer> levels, boolean alike) {
		this.checks.require(!rate.levels().isEmpty(), place + ".levels", "noLevels", rate.head().code());
		for (int i = 0; i < rate.levels().size(); i++) {
			this.checks.require(levels.contains(rate.levels().get(i)), place + ".levels[" + i + "]", "unknownLevel",
					rate.levels().get(i));
		}
		this.checks.require(alike, place + ".items", "rateWeighs", rate.head().code());
	}

}
