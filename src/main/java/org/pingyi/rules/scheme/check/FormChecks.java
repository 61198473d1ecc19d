package org.pingyi.rules.scheme.check;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.pingyi.rules.scoring.Channel;
import org.pingyi.rules.scoring.Validity;
import org.pingyi.rules.scoring.Ladder;
import org.pingyi.rules.scoring.Door;
import org.pingyi.rules.scoring.Item;
import org.pingyi.rules.scoring.Level;
import org.pingyi.rules.scoring.Node;
import org.pingyi.rules.scoring.Questionnaire;
import org.pingyi.rules.scoring.RaterClass;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.Scale;
import org.pingyi.rules.scoring.Signal;
import org.pingyi.rules.scoring.Treatment;

/** Checks what is asked: scales, questionnaires, rater classes and channels. */
final class FormChecks {

	private static final int MOST_ITEMS = 24;

	private static final int HIGHEST_LEVEL = 99;

	private static final int SHARE_PLACES = 4;

	private final Checks checks;

	private final Rules rules;

	FormChecks(Checks checks, Rules rules) {
		this.checks = checks;
		this.rules = rules;
	}

	void run() {
		this.checks.codes("scales", this.rules.scales(), Scale::code);
		this.checks.codes("questionnaires", this.rules.questionnaires(), Questionnaire::code);
		this.checks.codes("raterClasses", this.rules.raterClasses(), RaterClass::code);
		this.checks.codes("channels", this.rules.channels(), Channel::code);
		each(this.rules.scales(), "scales", this::scale);
		each(this.rules.questionnaires(), "questionnaires", this::questionnaire);
		each(this.rules.channels(), "channels", this::channel);
	}

	private interface Check<T> {

		void at(String place, T each);

	}

	private static <T> void each(List<T> list, String place, Check<T> check) {
		for (int i = 0; i < list.size(); i++) {
			check.at(place + "[" + i + "]", list.get(i));
		}
	}

	private void scale(String place, Scale scale) {
		Set<Integer> codes = new HashSet<>();
		each(scale.levels(), place + ".levels", (at, level) -> {
			this.checks.require(level.code() >= 1 && level.code() <= HIGHEST_LEVEL, at + ".code", "levelCode",
					level.code());
			this.checks.require(codes.add(level.code()), at + ".code", "twice", level.code());
			BigDecimal points = level.points();
			this.checks.require(points == null || isPercent(points), at + ".points", "levelPoints", points + "");
			this.checks.require((points == null) == level.noValue(), at + ".points", "levelValue", level.code());
		});
		if (scale.hasLevels()) {
			this.checks.require(scale.levels().stream().map(Level::points).anyMatch(Objects::nonNull),
					place + ".levels", "noPoints", scale.code());
		}
		Ladder ladder = scale.ladder();
		this.checks.require(ladder == null || !scale.hasLevels(), place + ".ladder", "scaleOne", scale.code());
		if (ladder != null) {
			this.checks.ladder(place + ".ladder", ladder);
			this.checks.require(ladder.step() != null, place + ".ladder.step", "scaleStep", scale.code());
			this.checks.require(isPercent(ladder.first()) && isPercent(ladder.floor()), place + ".ladder",
					"levelPoints", ladder.first());
		}
		BigDecimal maximum = scale.maximum();
		this.checks.require(maximum.signum() > 0 && isPercent(maximum), place + ".maximum", "maximum", maximum);
	}

	private static boolean isPercent(BigDecimal value) {
		return value.signum() >= 0 && value.compareTo(Node.HUNDRED) <= 0;
	}

	private void questionnaire(String place, Questionnaire form) {
		List<Item> items = form.items();
		this.checks.require(Checks.set(this.rules.scales(), Scale::code).contains(form.scale()), place + ".scale",
				"unknownScale", form.scale());
		this.checks.require(!items.isEmpty() && items.size() <= MOST_ITEMS, place + ".items", "items", items.size());
		this.checks.codes(place + ".items", items, Item::code);
		each(items, place + ".items", (at, item) -> {
			this.checks.above(BigDecimal.ZERO, item.weight(), at + ".weight", "positive");
		});
	}

	private void channel(String place, Channel channel) {
		this.checks.require(
				Checks.set(this.rules.questionnaires(), Questionnaire::code).contains(channel.questionnaire()),
				place + ".questionnaire", "unknownQuestionnaire", channel.questionnaire());
		this.checks.require(!channel.raterClasses().isEmpty(), place + ".raterClasses", "nobody", channel.code());
		this.checks.known(place + ".raterClasses", channel.raterClasses(),
				Checks.set(this.rules.raterClasses(), RaterClass::code), "unknownRaterClass");
		asked(place + ".asked", channel);
		treatments(place + ".treatments", channel);
		this.rules.questionnaires()
			.stream()
			.filter((form) -> form.code().equals(channel.questionnaire()))
			.flatMap((form) -> this.rules.scales().stream().filter((scale) -> scale.code().equals(form.scale())))
			.findFirst()
			.ifPresent((scale) -> fills(place, channel, scale));
	}

	private void asked(String place, Channel channel) {
		Set<String> seen = new HashSet<>();
		each(channel.asked(), place, (at, asked) -> {
			this.checks.require(channel.raterClasses().contains(asked.raterClass()), at + ".raterClass",
					"unknownRaterClass", asked.raterClass());
			this.checks.require(seen.add(asked.raterClass()), at + ".raterClass", "twice", asked.raterClass());
			this.checks.require(asked.count() > 0, at + ".count", "positive", asked.count());
		});
	}

	private void treatments(String place, Channel channel) {
		Set<Signal> seen = EnumSet.noneOf(Signal.class);
		each(channel.treatments(), place, (at, treatment) -> {
			BigDecimal weight = treatment.weight();
			boolean lighter = treatment.effect() == Treatment.Effect.WEIGH_LESS;
			this.checks.require(seen.add(treatment.signal()), at + ".signal", "signalTwice", treatment.signal());
			this.checks.require(lighter == (weight != null), at + ".weight", lighter ? "noShare" : "shareUnused",
					weight + "");
			this.checks.require(!lighter || weight == null || isPart(weight), at + ".weight", "ballotShare",
					weight + "");
		});
	}

	/**
	 * More than nothing and less than a whole, on so few places that counts stay whole.
	 */
	private static boolean isPart(BigDecimal weight) {
		return weight.signum() > 0 && weight.compareTo(BigDecimal.ONE) < 0
				&& BoundaryValues.plain(weight).scale() <= SHARE_PLACES;
	}

	/** Whether somebody can fill the form at this door so that it is valid. */
	private void fills(String place, Channel channel, Scale scale) {
		Validity validity = channel.validity();
		this.checks.require(!scale.hasPlaces() || channel.door() == Door.REVIEW, place + ".door", "placesDoor",
				channel.code());
		this.checks.require(!validity.placesOnce() || scale.hasPlaces(), place + ".validity.placesOnce", "placesOnce",
				channel.code());
		each(validity.shares(), place + ".validity.shares", (at, share) -> share(at, share, scale));
	}

	private void share(String place, Validity.Share share, Scale scale) {
		Set<Integer> known = new HashSet<>();
		scale.levels().forEach((level) -> known.add(level.code()));
		this.checks.require(!share.levels().isEmpty(), place + ".levels", "noLevels", "");
		each(share.levels(), place + ".levels",
				(at, level) -> this.checks.require(known.contains(level), at, "unknownLevel", level));
		BigDecimal least = share.least();
		BigDecimal most = share.most();
		this.checks.require(least != null || most != null, place, "openShare", "");
		this.checks.require(least == null || isPercent(least), place + ".least", "percent", least + "");
		this.checks.require(most == null || isPercent(most), place + ".most", "percent", most + "");
		this.checks.require(least == null || most == null || least.compareTo(most) <= 0, place + ".most", "limits",
				least + " > " + most);
	}

}
