package org.pingyi.intake.vote.web.hot;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.pingyi.base.web.Option;
import org.pingyi.intake.ballot.form.BallotForm;
import org.pingyi.intake.ballot.form.BallotForms;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.scheme.Schemes;
import org.pingyi.rules.scoring.Door;
import org.pingyi.rules.scoring.Rules;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What the script of the ballot page knows.
 *
 * @param cycle number of the year; answers are kept under it
 * @param items the questions
 * @param levels the answers, empty when marks are typed
 * @param most the highest mark
 * @param raters who one can be, empty when there is only one kind
 * @param units where the units are asked for (UnitList)
 * @param texts what the script says, by name
 */
record BallotData(long cycle, List<Option> items, List<Option> levels, BigDecimal most, List<Option> raters,
		String units, Map<String, String> texts) {

	/** Collects the data of a year in a language. */
	@Component
	static class Source {

		/** What the script says; each is {@code vote.page.<name>} in the bundle. */
		private static final List<String> TEXTS = List.of("again", "all", "another", "broken", "busy", "cleared",
				"code", "copied", "done", "expired", "faults", "file", "forward", "full", "general", "invalid", "keep",
				"last", "left", "loading", "next", "none", "noOpinion", "offline", "opinion", "picked", "place",
				"preparing", "rated", "ratedAll", "resume", "sending", "sent", "settle", "ticket", "change",
				"unanswered", "units", "wrong");

		private final BallotForms forms;

		private final Schemes schemes;

		private final MessageSource messages;

		Source(BallotForms forms, Schemes schemes, MessageSource messages) {
			this.forms = forms;
			this.schemes = schemes;
			this.messages = messages;
		}

		/**
		 * Empty when the year's method asks nobody online.
		 * @param units where the units are asked for
		 */
		Optional<BallotData> of(Cycle cycle, String units, Locale locale) {
			Rules rules = this.schemes.rules(cycle.schemeVersion());
			return this.forms.of(cycle.id(), Door.VOTE)
				.stream()
				.findFirst()
				.map((form) -> data(cycle, form, rules, units, locale));
		}

		private BallotData data(Cycle cycle, BallotForm form, Rules rules, String units, Locale locale) {
			return new BallotData(cycle.id(),
					options(form.questionnaire().items(), (item) -> new Option(item.code(), item.text().in(locale))),
					options(form.scale().levels(),
							(level) -> new Option(String.valueOf(level.code()), level.name().in(locale))),
					form.scale().maximum(), raters(form.channel().raterClasses(), rules, locale), units, texts(locale));
		}

		private static List<Option> raters(List<String> codes, Rules rules, Locale locale) {
			return (codes.size() < 2) ? List.of()
					: options(codes, (code) -> new Option(code, rules.raterClassName(code).in(locale)));
		}

		private static <T> List<Option> options(List<T> values, Function<T, Option> option) {
			return values.stream().map(option).toList();
		}

		/** Places of arguments are left for the script to fill. */
		private Map<String, String> texts(Locale locale) {
			Map<String, String> texts = new LinkedHashMap<>();
			TEXTS.forEach((name) -> texts.put(name,
					this.messages.getMessage("vote.page." + name, new Object[] { "{0}", "{1}" }, locale)));
			return texts;
		}

	}

}
