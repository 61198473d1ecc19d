package org.pingyi.intake.adjustment;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.pingyi.base.web.Option;
import org.pingyi.rules.scoring.AdjustmentRules.Factor;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Choices of rules, causes and handlings, each with its points or factor. */
@Component
public class RuleChoices {

	private final MessageSource messages;

	RuleChoices(MessageSource messages) {
		this.messages = messages;
	}

	public List<Option> rules(List<Rulebook.Rule> rules, Locale locale) {
		return rules.stream().map((rule) -> new Option(rule.code(), label(rule, locale))).toList();
	}

	private String label(Rulebook.Rule rule, Locale locale) {
		String name = rule.name().in(locale);
		return (rule.points() == null) ? name
				: message("adjustment.rule.option", locale, name, rule.points().stripTrailingZeros().toPlainString());
	}

	public List<Option> factors(List<Factor> factors, Locale locale) {
		return factors.stream()
			.map((factor) -> new Option(factor.code(),
					message("adjustment.factor.option", locale, factor.name().in(locale),
							factor.factor().stripTrailingZeros().toPlainString())))
			.toList();
	}

	/**
	 * What is counted under which of the rules: a line for each that counts something.
	 */
	public List<String> quantities(List<Rulebook.Rule> rules, Locale locale) {
		return rules.stream().flatMap((rule) -> quantity(rule, locale).stream()).toList();
	}

	private Optional<String> quantity(Rulebook.Rule rule, Locale locale) {
		return Optional.ofNullable(rule.each())
			.map((each) -> message("adjustment.quantity.rule", locale, rule.name().in(locale), each.of().in(locale),
					each.points().stripTrailingZeros().toPlainString()));
	}

	private String message(String key, Locale locale, String... arguments) {
		return this.messages.getMessage(key, arguments, locale);
	}

}
