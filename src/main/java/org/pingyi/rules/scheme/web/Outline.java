package org.pingyi.rules.scheme.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.pingyi.rules.scoring.AdjustmentRules;
import org.pingyi.rules.scoring.Level;
import org.pingyi.rules.scoring.Scale;
import org.pingyi.rules.scoring.Poll;
import org.pingyi.rules.scoring.Channel;
import org.pingyi.rules.scoring.Grade;
import org.pingyi.rules.scoring.Item;
import org.pingyi.rules.scoring.Node;
import org.pingyi.rules.scoring.Questionnaire;
import org.pingyi.rules.scoring.Ranking;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.Text;
import org.pingyi.rules.scoring.Tree;

import org.springframework.stereotype.Component;

/** Lays a scheme out for reading; templates know it as {@code @outline}. */
@Component
class Outline {

	/** A tree from its root. */
	public Branch of(Tree tree) {
		return Branch.of(tree);
	}

	/** Whether a node counts ballots. */
	public boolean polls(Node node) {
		return node instanceof Poll;
	}

	/** The form of a channel, or null where a draft has none yet. */
	public @Nullable Questionnaire form(Rules rules, Channel channel) {
		return rules.questionnaires()
			.stream()
			.filter((form) -> form.code().equals(channel.questionnaire()))
			.findFirst()
			.orElse(null);
	}

	/** The scale that a form is answered on, or null where a draft has none yet. */
	public @Nullable Scale scale(Rules rules, @Nullable Questionnaire form) {
		return rules.scales()
			.stream()
			.filter((scale) -> form != null && scale.code().equals(form.scale()))
			.findFirst()
			.orElse(null);
	}

	/** The name of a channel that a node counts. */
	public Text channel(Rules rules, String code) {
		return rules.channel(code).map(Channel::name).orElse(new Text(code, null));
	}

	/** The items that a node counts, where it does not count them all. */
	public List<Item> items(Rules rules, Poll node) {
		return rules.channel(node.sample().channel())
			.map((channel) -> form(rules, channel))
			.map(Questionnaire::items)
			.orElse(List.of())
			.stream()
			.filter((item) -> node.sample().items().contains(item.code()))
			.toList();
	}

	/** The name of a grade. */
	public Text grade(Ranking ranking, String code) {
		return ranking.grades()
			.stream()
			.filter((grade) -> grade.code().equals(code))
			.findFirst()
			.map(Grade::name)
			.orElse(new Text(code, null));
	}

	/** Whether an item opens a new heading of its form. */
	public boolean opens(List<Item> items, int index) {
		return index == 0 || !items.get(index).category().equals(items.get(index - 1).category());
	}

	/** The name of a grade or a mark. */
	public Text award(Ranking ranking, String code) {
		return ranking.marks()
			.stream()
			.filter((mark) -> mark.code().equals(code))
			.findFirst()
			.map(Ranking.Mark::name)
			.orElseGet(() -> grade(ranking, code));
	}

	/** The name of a node in any of the trees. */
	public Text node(Rules rules, String code) {
		return rules.nodes()
			.filter((node) -> node.head().code().equals(code))
			.findFirst()
			.map((node) -> node.head().name())
			.orElse(new Text(code, null));
	}

	/** The name of the figure that a band asks about. */
	public Text figure(Node bands, String code) {
		return bands.children()
			.stream()
			.filter((part) -> code.isEmpty() || part.head().code().equals(code))
			.findFirst()
			.map((part) -> part.head().name())
			.orElse(new Text(code.isEmpty() ? "?" : code, null));
	}

	/** The name of a bonus, a deduction or a veto. */
	public Text rule(Rules rules, String code) {
		AdjustmentRules all = rules.adjustments();
		Map<String, Text> names = new HashMap<>();
		all.bonuses().forEach((bonus) -> names.put(bonus.code(), bonus.name()));
		all.deductions().forEach((deduction) -> names.put(deduction.code(), deduction.name()));
		all.vetoes().forEach((veto) -> names.put(veto.code(), veto.name()));
		return names.getOrDefault(code, new Text(code, null));
	}

	/** The name of a level. */
	public Text level(Scale scale, int code) {
		return scale.level(code).map(Level::name).orElse(new Text(String.valueOf(code), null));
	}

	/** The names of the levels that a rate counts in. */
	public List<Text> levels(Rules rules, Poll.BallotRate rate) {
		return rate.levels().stream().map((code) -> level(rules, rate, code)).toList();
	}

	/** The name of the level that silence counts as. */
	public Text silence(Rules rules, Poll poll) {
		Integer silence = poll.sample().silence();
		return level(rules, poll, (silence != null) ? silence : 0);
	}

	private Text level(Rules rules, Poll poll, int code) {
		return rules.channel(poll.sample().channel())
			.map((channel) -> form(rules, channel))
			.map((form) -> scale(rules, form))
			.map((scale) -> level(scale, code))
			.orElse(new Text(String.valueOf(code), null));
	}

}
