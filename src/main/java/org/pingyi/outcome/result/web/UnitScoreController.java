package org.pingyi.outcome.result.web;

import java.util.Locale;
import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.pingyi.outcome.result.Card;
import org.pingyi.outcome.result.Objections;
import org.pingyi.outcome.result.Results;
import org.pingyi.outcome.result.narrative.Narrative;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Phase;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A liaison reads its own unit's scorecard line by line, and objects to it. */
@Controller
class UnitScoreController {

	private final Results results;

	private final Objections objections;

	private final Cycles cycles;

	private final Narrative narrative;

	private final LineOrigins origins;

	UnitScoreController(Results results, Objections objections, Cycles cycles, Narrative narrative,
			LineOrigins origins) {
		this.results = results;
		this.objections = objections;
		this.cycles = cycles;
		this.narrative = narrative;
		this.origins = origins;
	}

	/** What the unit objects to; an empty line means the draft as a whole. */
	record Form(String cycle, @Nullable String line, @NotBlank(message = "{result.reason.required}") @Size(max = 2000,
			message = "{result.reason.long}") @Nullable String reason) {
	}

	@GetMapping("/unit/score")
	String score(@RequestParam(name = "cycle", required = false) @Nullable String code, Model model, Locale locale) {
		model.addAttribute("cycles", this.cycles.all());
		chosen(code).ifPresent((cycle) -> describe(cycle, new Form(cycle.code(), "", null), model, locale));
		return "outcome/result/own";
	}

	/** The year asked for, or else the newest whose scores the unit may see. */
	private Optional<Cycle> chosen(@Nullable String code) {
		return (code != null) ? this.cycles.chosen(code)
				: this.cycles.all()
					.stream()
					.filter((cycle) -> cycle.phase().reached(Phase.NOTICED))
					.findFirst()
					.or(() -> this.cycles.chosen(null));
	}

	private void describe(Cycle cycle, Form form, Model model, Locale locale) {
		model.addAttribute("cycle", cycle);
		if (cycle.phase().reached(Phase.NOTICED)) {
			model.addAttribute("form", form);
			Card card = this.results.ownCard(cycle.id());
			model.addAttribute("card", card);
			model.addAttribute("origins", this.origins.of(card));
			model.addAttribute("narrative", this.narrative.of(card, locale));
			model.addAttribute("objections", this.objections.own(cycle.id()));
		}
	}

	@PostMapping("/unit/score/objections")
	String object(@Valid @ModelAttribute("form") Form form, BindingResult errors, Model model, Locale locale,
			RedirectAttributes redirect) {
		Cycle cycle = this.cycles.byCode(form.cycle());
		if (errors.hasErrors() || form.reason() == null) {
			model.addAttribute("cycles", this.cycles.all());
			describe(cycle, form, model, locale);
			return "outcome/result/own";
		}
		this.objections.file(cycle.id(), (form.line() != null) ? form.line() : "", form.reason().strip());
		redirect.addFlashAttribute("notice", "result.done.objected");
		redirect.addAttribute("cycle", cycle.code());
		return "redirect:/unit/score";
	}

}
