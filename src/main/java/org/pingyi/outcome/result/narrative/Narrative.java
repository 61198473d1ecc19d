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

/** Tells in a paragraph why a unit stands where it stands. */
@Component
public class Narrative {

	private final MessageSource messages;

	Narrative(MessageSource messages) {
		this.messages = messages;
	}

	/** The paragraph of a scorecard; it says no more than the card holds. */
	public String of(Card card, Locale locale) {
		Messages words = new Messages(this.messages, locale);
		List<String> sentences = new ArrayList<>();
		sentences.add(place(words, card));
		verdict(words, card.verdict(), sentences);
		gap(words, card.account(), sentences);
		new LineNarrative(words, card.account().facts()).tell(sentences);
		new TreatmentNarrative(words, card.score(), card.alike()).tell(card.rows(), sentences);
		return sentences.stream().reduce((one, next) -> words.say("result.told.then", one, next)).orElse("");
	}

	private static String place(Messages words, Card card) {
		Explanation facts = card.account().facts();
		String place = switch (facts.place()) {
			case RANKED -> (facts.sharing() > 0)
					? words.say("result.told.tied", name(card), score(card), group(card), facts.ranked(),
							rank(words, facts.card()), facts.sharing())
					: words.say("result.told.ranked", name(card), score(card), group(card), facts.ranked(),
							rank(words, facts.card()));
			case ALONE -> words.say("result.told.alone", name(card), score(card), group(card));
			case APART -> words.say("result.told.apart", name(card), score(card));
			case NO_DATA -> words.say("result.told.noData", name(card));
		};
		GradeMark grade = card.verdict().grade();
		return (grade == null) ? words.say("result.told.end", place)
				: words.say("result.told.graded", place, words.in(grade.name()));
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

	private static String rank(Messages words, Scorecard card) {
		return words.ordinal(Objects.requireNonNull(card.rank()));
	}

	private static void verdict(Messages words, Card.Verdict verdict, List<String> sentences) {
		if (verdict.decidedBy() != null) {
			boolean veto = verdict.vetoes().contains(verdict.decidedBy());
			sentences
				.add(words.say(veto ? "result.told.vetoed" : "result.told.decided", words.in(verdict.decidedBy())));
		}
		if (!verdict.marks().isEmpty()) {
			sentences.add(words.say("result.told.marked",
					words.list(verdict.marks().stream().map((mark) -> words.quoted(words.in(mark))).toList())));
		}
	}

	private static void gap(Messages words, Card.Account account, List<String> sentences) {
		Explanation.Gap gap = account.facts().gap();
		if (gap == null || account.other() == null) {
			return;
		}
		BigDecimal points = gap.points();
		String than = words.say("result.told.unit", account.other().shortName(), rank(words, gap.other()));
		if (points.signum() == 0) {
			sentences.add(words.say("result.told.equal", than));
			return;
		}
		GradeMark grade = account.otherGrade();
		String compared = words.say(key(gap), than, words.points(points.abs()),
				(grade != null) ? words.in(grade.name()) : "");
		sentences.add(new GapNarrative(words, gap).sentence(compared));
	}

	private static String key(Explanation.Gap gap) {
		return switch (gap.why()) {
			case BETTER_GRADE -> "result.told.belowGrade";
			case JUST_ABOVE -> "result.told.belowNext";
			case RUNNER_UP -> "result.told.ahead";
		};
	}

}
