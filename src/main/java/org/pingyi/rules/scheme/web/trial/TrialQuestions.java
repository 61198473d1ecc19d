package org.pingyi.rules.scheme.web.trial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.pingyi.rules.scoring.Channel;
import org.pingyi.rules.scoring.Conversion;
import org.pingyi.rules.scoring.Item;
import org.pingyi.rules.scoring.Node;
import org.pingyi.rules.scoring.Poll;
import org.pingyi.rules.scoring.Questionnaire;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.Scale;
import org.pingyi.rules.scoring.Source;
import org.pingyi.rules.scoring.Text;
import org.pingyi.rules.scoring.Tree;

/**
 * What one types to try a tree: the ballots of each channel that it counts, the figures
 * that it takes from outside, and what a unit can be.
 *
 * @param polls in the order in which the tree counts them
 * @param figures one node for each key
 * @param traits what a unit may be besides what the tree asks, and still be scored by it
 * @param grouped whether a value depends on the other units of the group
 */
record TrialQuestions(Rules rules, Tree tree, List<Ballots> polls, List<Source.Figure> figures, List<String> traits,
		boolean grouped) {

	/**
	 * The ballots of one class of raters in a channel.
	 *
	 * @param raters the class, or its channel where only one class is asked
	 * @param minimum the most ballots that a node asks for
	 * @param silent whether forms that did not come back count
	 */
	public record Ballots(String field, Channel channel, String raterClass, Text raters, Questionnaire form,
			Scale scale, long minimum, boolean silent) {

		public List<Item> items() {
			return this.form.items();
		}

	}

	static TrialQuestions of(Rules rules, Tree tree) {
		List<Node> nodes = tree.root().all().toList();
		Map<String, Source.Figure> figures = new LinkedHashMap<>();
		of(Source.class, nodes).flatMap((source) -> asked(source).stream())
			.forEach((figure) -> figures.putIfAbsent(figure.key(), figure));
		boolean grouped = of(Conversion.class, nodes).anyMatch(TrialQuestions::ranks);
		return new TrialQuestions(rules, tree, polls(rules, of(Poll.class, nodes).toList()),
				List.copyOf(figures.values()), traits(rules, tree, nodes), grouped);
	}

	private static <T> Stream<T> of(Class<T> kind, List<Node> nodes) {
		return nodes.stream().filter(kind::isInstance).map(kind::cast);
	}

	private static Optional<Source.Figure> asked(Source source) {
		return switch (source) {
			case Source.Figure figure -> Optional.of(figure);
			case Source.Ledger ledger -> Optional.empty();
			case Source.EventCount count -> Optional.empty();
			case Source.Constant constant -> Optional.empty();
		};
	}

	/** Whether the value of a node depends on what the other units have. */
	private static boolean ranks(Conversion node) {
		return switch (node) {
			case Conversion.RatioToBest ratio -> true;
			case Conversion.RankPoints rank -> true;
			case Conversion.Bands bands -> false;
			case Conversion.Ratio ratio -> false;
			case Conversion.Linear linear -> false;
			case Conversion.Reference reference -> reference.of() != Conversion.Of.OWN;
		};
	}

	private static List<Ballots> polls(Rules rules, List<Poll> polls) {
		List<Ballots> all = new ArrayList<>();
		polls.stream().map((poll) -> poll.sample().channel()).distinct().forEach((code) -> {
			List<Poll> counting = polls.stream().filter((poll) -> poll.sample().channel().equals(code)).toList();
			Channel channel = rules.channel(code).orElseThrow();
			boolean apart = counting.stream().anyMatch((poll) -> !poll.sample().raterClasses().isEmpty());
			channel.raterClasses()
				.stream()
				.limit(apart ? Long.MAX_VALUE : 1)
				.forEach((raters) -> all.add(ballots("c" + all.size(), rules, channel, raters, counting, apart)));
		});
		return all;
	}

	private static Ballots ballots(String field, Rules rules, Channel channel, String raters, List<Poll> counting,
			boolean apart) {
		Questionnaire form = rules.questionnaire(channel);
		long minimum = counting.stream().mapToLong((poll) -> poll.sample().minimum()).max().orElse(1);
		boolean silent = counting.stream().anyMatch((poll) -> poll.sample().silence() != null);
		return new Ballots(field, channel, raters, apart ? rules.raterClassName(raters) : channel.name(), form,
				rules.scale(form), minimum, silent);
	}

	/** Traits that would hand the unit to a tree further up are not offered. */
	@SuppressWarnings("ReferenceEquality") // the trees before this very one
	private static List<String> traits(Rules rules, Tree tree, List<Node> nodes) {
		Set<String> asked = new LinkedHashSet<>();
		nodes.forEach((node) -> asked.addAll(node.head().traits()));
		rules.adjustments().bonuses().forEach((bonus) -> asked.addAll(bonus.traits()));
		asked.removeAll(tree.traits());
		Set<String> elsewhere = new LinkedHashSet<>();
		rules.trees().stream().takeWhile((other) -> other != tree).forEach((other) -> elsewhere.addAll(other.traits()));
		return asked.stream().filter((trait) -> !elsewhere.contains(trait)).toList();
	}

	/** The group that the tried unit is in. */
	String group() {
		return this.tree.groups().stream().filter((code) -> !code.equals(Tree.REST)).findFirst().orElse("TRIAL");
	}

}
