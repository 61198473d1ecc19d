package org.pingyi.rules.scheme.web.comparison;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.pingyi.rules.scoring.Node;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.Text;

/** What the codes of two schemes stand for, by the property that carries them. */
final class ComparisonNames {

	private static final List<String> CHANNEL = List.of("channel");

	private static final List<String> FORM = List.of("questionnaire");

	private static final List<String> RATERS = List.of("raterClass", "raterClasses");

	private static final List<String> RULE = List.of("rules", "events", "without");

	private static final List<String> GRADE = List.of("grade", "given", "Past.code");

	private static final List<String> NODE = List.of("node", "tieBreakers");

	private static final List<String> ITEM = List.of("items");

	private static final List<String> LEVEL = List.of("levels", "silence");

	private final Map<String, Map<String, Set<Text>>> names = new HashMap<>();

	ComparisonNames(Rules before, Rules after) {
		Stream.of(before, after).forEach(this::read);
	}

	private void read(Rules rules) {
		rules.channels().forEach((channel) -> add(CHANNEL, channel.code(), channel.name()));
		rules.questionnaires().forEach((form) -> {
			add(FORM, form.code(), form.name());
			form.items().forEach((item) -> add(ITEM, item.code(), item.text()));
		});
		rules.raterClasses().forEach((raters) -> add(RATERS, raters.code(), raters.name()));
		rules.adjustments().bonuses().forEach((bonus) -> add(RULE, bonus.code(), bonus.name()));
		rules.adjustments().deductions().forEach((deduction) -> add(RULE, deduction.code(), deduction.name()));
		rules.adjustments().vetoes().forEach((veto) -> add(RULE, veto.code(), veto.name()));
		rules.ranking().grades().forEach((grade) -> add(GRADE, grade.code(), grade.name()));
		rules.ranking().marks().forEach((mark) -> add(GRADE, mark.code(), mark.name()));
		rules.scales()
			.forEach((scale) -> scale.levels()
				.forEach((level) -> add(LEVEL, Integer.toString(level.code()), level.name())));
		rules.nodes().map(Node::head).forEach((head) -> add(NODE, head.code(), head.name()));
	}

	private void add(List<String> properties, String code, Text name) {
		properties.forEach((property) -> this.names.computeIfAbsent(property, (key) -> new HashMap<>())
			.computeIfAbsent(code, (key) -> new HashSet<>())
			.add(name));
	}

	/** The name, or the code itself where it stands for several things or for nothing. */
	Text of(String record, String property, String code) {
		Map<String, Set<Text>> known = this.names.getOrDefault(record + "." + property,
				this.names.getOrDefault(property, Map.of()));
		Set<Text> found = known.getOrDefault(code, Set.of());
		return (found.size() == 1) ? found.iterator().next() : new Text(code, null);
	}

}
