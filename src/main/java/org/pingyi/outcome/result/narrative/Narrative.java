package org.pingyi.outcome.result.narrative;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.pingyi.outcome.result.Card;
import org.pingyi.outcome.result.GradeMark;
import org.pingyi.rules.scoring.Explanation;
import org.pingyi.rules.scoring.Scorecard;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in a paragraph why a unit stands where it stands. */
@Component
public class Narrative {

	private final MessageSource messages;

	Narrative(MessageSource messages) {
		this.messages = messages;
	}

	/** The paragraph of a scorecard; it says no more than the card holds. */
	public String of(Card card, Locale locale) {
		Messages messages = new Messages(this.messages, locale);
		List<String> sentences = new ArrayList<>();
		sentences.add(place(messages, card));
		verdict(messages, card.verdict(), sentences);
		gap(messages, card.account(), sentences);
		new LineNarrative(messages, card.account().facts()).narrate(sentences);
		new TreatmentNarrative(messages, card.score(), card.alike()).narrate(card.rows(), sentences);
		return sentences.stream().reduce((one, next) -> messages.say("result.narrative.then", one, next)).orElse("");
	}

	private static String place(Messages messages, Card card) {
		Explanation facts = card.account().facts();
		String place = switch (facts.place()) {
			case RANKED -> (facts.sharing() > 0)
					? messages.say("result.narrative.tied", name(card), score(card), group(card), facts.ranked(),
							rank(messages, facts.card()), facts.sharing())
					: messages.say("result.narrative.ranked", name(card), score(card), group(card), facts.ranked(),
							rank(messages, facts.card()));
			case ALONE -> messages.say("result.narrative.alone", name(card), score(card), group(card));
			case APART -> messages.say("result.narrative.apart", name(card), score(card));
			case NO_DATA -> messages.say("result.narrative.noData", name(card));
		};
		GradeMark grade = card.verdict().grade();
		return (grade == null) ? messages.say("result.narrative.end", place)
				: messages.say("result.narrative.graded", place, messages.in(grade.name()));
	}

	private static String name(Card card) {
		return card.unit().shortName();
	}

	private static String score(Card card) {
		return card.score().toPlainString();
	}

	private static String group(Card card) {
		return card.unit().groupName();
	}

	private static String rank(Messages messages, Scorecard card) {
		return messages.ordinal(Objects.requireNonNull(card.rank()));
	}

	private static void verdict(Messages messages, Card.Verdict verdict, List<String> sentences) {
		if (verdict.decidedBy() != null) {
			boolean veto = verdict.vetoes().contains(verdict.decidedBy());
			sentences.add(messages.say(veto ? "result.narrative.vetoed" : "result.narrative.decided",
					messages.in(verdict.decidedBy())));
		}
		if (!verdict.marks().isEmpty()) {
			sentences.add(messages.say("result.narrative.marked", messages
				.list(verdict.marks().stream().map((mark) -> messages.quoted(messages.in(mark))).toList())));
		}
	}

	private static void gap(Messages messages, Card.Account account, List<String> sentences) {
		Explanation.Gap gap = account.facts().gap();
		if (gap == null || account.other() == null) {
			return;
		}
		BigDecimal points = gap.points();
		String than = messages.say("result.narrative.unit", account.other().shortName(), rank(messages, gap.other()));
		if (points.signum() == 0) {
			sentences.add(messages.say("result.narrative.equal", than));
			return;
		}
		GradeMark grade = account.otherGrade();
		String compared = messages.say(key(gap), than, messages.points(points.abs()),
				(grade != null) ? messages.in(grade.name()) : "");
		sentences.add(new GapNarrative(messages, gap).sentence(compared));
	}

	private static String key(Explanation.Gap gap) {
		return switch (gap.why()) {
			case BETTER_GRADE -> "result.narrative.belowGrade";
			case JUST_ABOVE -> "result.narrative.belowNext";
			case RUNNER_UP -> "result.narrative.ahead";
		};
	}

}
