package org.pingyi.outcome.result.web;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.web.Option;
import org.pingyi.outcome.result.Comparison;
import org.pingyi.outcome.result.Comparisons;
import org.pingyi.outcome.result.Run;
import org.pingyi.rules.cycle.Cycles;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The office reads what another count changed for a unit. */
@Controller
class ComparisonController {

	private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
		.withZone(ZoneId.of("Asia/Shanghai"));

	private final Comparisons comparisons;

	private final Cycles cycles;

	private final MessageSource messages;

	ComparisonController(Comparisons comparisons, Cycles cycles, MessageSource messages) {
		this.comparisons = comparisons;
		this.cycles = cycles;
		this.messages = messages;
	}

	/** Numbers of two runs; the last two when they are not given. */
	record Form(@Nullable Integer from, @Nullable Integer to) {
	}

	@GetMapping("/desk/results/{cycle}/{unit}/diff")
	String diff(@PathVariable("cycle") String code, @PathVariable String unit, @ModelAttribute("asked") Form asked,
			Model model, Locale locale) {
		Comparison comparison = this.comparisons.of(this.cycles.byCode(code).id(), unit, asked.from(), asked.to());
		model.addAttribute("form", new Form(comparison.before().number(), comparison.after().number()));
		model.addAttribute("comparison", comparison);
		model.addAttribute("runs", comparison.runs().stream().map((run) -> option(run, locale)).toList());
		return "outcome/result/diff";
	}

	private Option option(Run run, Locale locale) {
		return new Option(Integer.toString(run.number()), this.messages.getMessage("result.diff.run",
				new Object[] { run.number(), WHEN.format(run.countedAt()) }, locale));
	}

}
