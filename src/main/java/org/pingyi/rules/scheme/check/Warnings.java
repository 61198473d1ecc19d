package org.pingyi.rules.scheme.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import org.pingyi.rules.scheme.SchemeRefused;
import org.pingyi.rules.scheme.SchemeRefused.Fault;
import org.pingyi.rules.scheme.format.SchemeFile;
import org.pingyi.rules.scoring.AdjustmentRules.Bonus;
import org.pingyi.rules.scoring.Channel;
import org.pingyi.rules.scoring.Compound;
import org.pingyi.rules.scoring.Conversion;
import org.pingyi.rules.scoring.Door;
import org.pingyi.rules.scoring.Level;
import org.pingyi.rules.scoring.Node;
import org.pingyi.rules.scoring.Poll;
import org.pingyi.rules.scoring.Questionnaire;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.Scale;
import org.pingyi.rules.scoring.Signal;
import org.pingyi.rules.scoring.Source;
import org.pingyi.rules.scoring.Treatment;
import org.pingyi.rules.scoring.Treatment.Effect;
import org.pingyi.rules.scoring.Validity;

/**
 * What is allowed and yet should be thought over before a scheme is frozen. It never
 * hinders.
 */
final class Warnings {

	/** Below so many ballots nothing is shown to units or the public. */
	private static final long SHOWN = 10;

	/** The same for invited reviewers. */
	private static final long SHOWN_REVIEW = 5;

	/** Anybody can click: more than this should not hang on it, in per cent. */
	private static final BigDecimal CLICKED = BigDecimal.valueOf(20);

	/** On so many items the same answer throughout begins to tell something. */
	private static final long LONG_FORM = 10;

	private final Rules rules;

	private final List<Fault> warnings = new ArrayList<>();

	private final Set<String> counted = new HashSet<>();

	private Warnings(Rules rules) {
		this.rules = rules;
	}

	static List<Fault> of(Rules rules) {
		Warnings warnings = new Warnings(rules);
		for (int i = 0; i < rules.trees().size(); i++) {
			Node root = rules.trees().get(i).root();
			warnings.node("trees[" + i + "].root", root, Node.HUNDRED);
		}
		for (int i = 0; i < rules.channels().size(); i++) {
			warnings.channel("channels[" + i + "]", rules.channels().get(i));
		}
		warnings.unwritten("", SchemeFile.tree(SchemeFile.write(rules)));
		return warnings.warnings.stream().limit(SchemeRefused.MOST).toList();
	}

	private void warn(boolean holds, String place, String key, Object value) {
		if (holds) {
			this.warnings.add(new Fault(place, "scheme.warn." + key, value.toString()));
		}
	}

	/**
	 * @param share what the node brings to the score at most, in per cent
	 */
	private void node(String place, Node node, BigDecimal share) {
		switch (node) {
			case Poll poll -> poll(place, poll, share);
			case Source.Ledger ledger -> ledger(place, ledger);
			case Source.EventCount count -> {
				// It brings no points by itself.
			}
			case Source.Figure figure -> {
				// What it can come to is its own bounds.
			}
			case Source.Constant constant -> {
				// It is what it is.
			}
			case Compound compound -> {
				// What there is to say is said of its parts.
			}
			case Conversion conversion -> {
				// What there is to say is said of its parts.
			}
		}
		for (int i = 0; i < node.children().size(); i++) {
			node(place + ".parts[" + i + "]", node.children().get(i), portion(node, i, share));
		}
	}

	private void ledger(String place, Source.Ledger ledger) {
		Set<String> bonuses = Checks.set(this.rules.adjustments().bonuses(), Bonus::code);
		boolean adds = ledger.rules().stream().anyMatch(bonuses::contains);
		warn(adds && ledger.cap() == null, place + ".cap", "openBonus", ledger.head().code());
	}

	private static BigDecimal portion(Node node, int part, BigDecimal share) {
		return switch (node) {
			case Compound.WeightedSum sum -> (sum.total().signum() > 0)
					? share.multiply(sum.parts().get(part).weight()).divide(sum.total(), MathContext.DECIMAL64) : share;
			case Compound.PointsSum sum ->
				share.multiply(sum.parts().get(part).full()).divide(Node.HUNDRED, MathContext.DECIMAL64);
			case Compound.Product product -> share;
			case Compound.Statistic statistic -> share;
			case Conversion conversion -> share;
			case Poll poll -> share;
			case Source source -> share;
		};
	}

	private void poll(String place, Poll poll, BigDecimal share) {
		this.counted.add(poll.sample().channel());
		Integer silence = poll.sample().silence();
		warn(silence != null, place + ".silence", "silence", silence + "");
		this.rules.channel(poll.sample().channel()).map(Channel::door).ifPresent((door) -> {
			long shown = (door == Door.REVIEW) ? SHOWN_REVIEW : SHOWN;
			long minimum = poll.sample().minimum();
			warn(door != Door.INSPECTION && minimum < shown, place + ".minimum", "hidden", shown);
			warn(door == Door.VOTE && share.compareTo(CLICKED) > 0, place, "clicked",
					BoundaryValues.plain(share.round(new MathContext(3))).toPlainString());
		});
	}

	private void channel(String place, Channel channel) {
		warn(!this.counted.contains(channel.code()), place, "uncounted", channel.code());
		warn(channel.door() == Door.VOTE && this.counted.contains(channel.code())
				&& channel.treatments().stream().noneMatch((treatment) -> treatment.effect() == Effect.SET_APART),
				place + ".treatments", "nothingApart", channel.code());
		alike(place, channel);
		for (int i = 0; i < channel.validity().shares().size(); i++) {
			Validity.Share share = channel.validity().shares().get(i);
			String at = place + ".validity.shares[" + i + "]";
			warn(share.most() != null && levels(channel, share).anyMatch(Level::negative), at + ".most", "cappedBad",
					share.most() + "");
			warn(share.least() != null && levels(channel, share).anyMatch(Level::satisfied), at + ".least",
					"forcedGood", share.least() + "");
		}
	}

	/** On a short form honest people often answer everything alike. */
	private void alike(String place, Channel channel) {
		long items = this.rules.questionnaires()
			.stream()
			.filter((form) -> form.code().equals(channel.questionnaire()))
			.mapToLong((form) -> form.items().size())
			.findFirst()
			.orElse(0);
		for (int i = 0; i < channel.treatments().size(); i++) {
			Treatment treatment = channel.treatments().get(i);
			warn(treatment.signal() == Signal.ALL_ALIKE && treatment.effect() == Effect.SET_APART && items < LONG_FORM,
					place + ".treatments[" + i + "]", "alikeApart", items);
		}
	}

	private Stream<Level> levels(Channel channel, Validity.Share share) {
		return this.rules.questionnaires()
			.stream()
			.filter((form) -> form.code().equals(channel.questionnaire()))
			.map(Questionnaire::scale)
			.flatMap((code) -> this.rules.scales().stream().filter((scale) -> scale.code().equals(code)))
			.map(Scale::levels)
			.flatMap(List::stream)
			.filter((level) -> share.levels().contains(level.code()));
	}

	/** Texts that still hold what stands for a text. */
	private void unwritten(String place, JsonNode json) {
		warn(json.isString() && json.stringValue().equals(SchemeFile.PLACEHOLDER), place, "unwritten", "");
		json.properties()
			.forEach((entry) -> unwritten(place.isEmpty() ? entry.getKey() : place + "." + entry.getKey(),
					entry.getValue()));
		for (int i = 0; i < (json.isArray() ? json.size() : 0); i++) {
			unwritten(place + "[" + i + "]", json.get(i));
		}
	}

}
