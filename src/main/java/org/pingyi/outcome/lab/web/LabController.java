package org.pingyi.outcome.lab.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.web.Forms;
import org.pingyi.base.web.Option;
import org.pingyi.outcome.lab.Trials;
import org.pingyi.outcome.result.Results;
import org.pingyi.outcome.result.Run;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Phase;
import org.pingyi.rules.scheme.SchemeVersion;
import org.pingyi.rules.scheme.Schemes;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The office tries other rules on a counted year. */
@Controller
class LabController {

	private final Trials trials;

	private final Results results;

	private final Schemes schemes;

	private final Cycles cycles;

	private final MessageSource messages;

	LabController(Trials trials, Results results, Schemes schemes, Cycles cycles, MessageSource messages) {
		this.trials = trials;
		this.results = results;
		this.schemes = schemes;
		this.cycles = cycles;
		this.messages = messages;
	}

	/** Which run to count again by which frozen version, and whose lines to open. */
	record Form(@Nullable Long run, @Nullable Long version, @Nullable String unit) {
	}

	@GetMapping("/desk/lab")
	String lab(@RequestParam(name = "cycle", required = false) @Nullable String code, @ModelAttribute("form") Form form,
			Model model, Locale locale) {
		model.addAttribute("cycles", this.cycles.all());
		chosen(code).ifPresent((cycle) -> describe(cycle, form, model, locale));
		return "outcome/lab/lab";
	}

	/** The year asked for, or else the newest that was counted. */
	private Optional<Cycle> chosen(@Nullable String code) {
		return (code != null) ? this.cycles.chosen(code)
				: this.cycles.all()
					.stream()
					.filter((cycle) -> cycle.phase().reached(Phase.COUNTED))
					.findFirst()
					.or(() -> this.cycles.chosen(null));
	}

	private void describe(Cycle cycle, Form form, Model model, Locale locale) {
		List<Run> runs = this.results.runs(cycle.id());
		model.addAttribute("cycle", cycle);
		model.addAttribute("runs", runs.stream().map((run) -> option(run, locale)).toList());
		model.addAttribute("versions",
				this.schemes.versions().stream().map((version) -> option(version, locale)).toList());
		runs.stream()
			.filter((run) -> form.run() != null && run.id() == form.run())
			.findFirst()
			.ifPresent((run) -> compare(run, form, model));
	}

	private void compare(Run run, Form form, Model model) {
		Long version = form.version();
		if (version != null) {
			Forms.accepts(model, () -> compare(run, version, form.unit(), model));
		}
	}

	private void compare(Run run, long version, @Nullable String unit, Model model) {
		model.addAttribute("trial", this.trials.of(run, version));
		if (unit != null) {
			model.addAttribute("lines", this.trials.lines(run, version, unit).orElse(null));
		}
	}

	private Option option(Run run, Locale locale) {
		return new Option(Long.toString(run.id()),
				this.messages.getMessage("lab.run.option", new Object[] { run.number() }, locale));
	}

	private Option option(SchemeVersion version, Locale locale) {
		return new Option(Long.toString(version.id()), this.messages.getMessage("lab.version.option",
				new Object[] { version.rules().title().in(locale), version.number() }, locale));
	}

}
