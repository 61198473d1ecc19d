package org.pingyi.intake.adjustment.web;

import java.util.List;
import java.util.Locale;

import jakarta.validation.Valid;
import org.pingyi.base.web.Forms;
import org.pingyi.base.web.Option;
import org.pingyi.base.web.Refusal;
import org.pingyi.base.web.once.SentOnce;
import org.pingyi.intake.adjustment.Adjustments;
import org.pingyi.intake.adjustment.Kind;
import org.pingyi.intake.adjustment.RuleChoices;
import org.pingyi.intake.adjustment.Rulebook;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Participant;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form on which the office proposes a bonus, a deduction or a veto. */
@Controller
@RequestMapping("/desk/adjustments")
class ProposalController {

	private static final String VIEW = "intake/adjustment/proposal";

	private final Adjustments adjustments;

	private final RuleChoices choices;

	private final Cycles cycles;

	ProposalController(Adjustments adjustments, RuleChoices choices, Cycles cycles) {
		this.adjustments = adjustments;
		this.choices = choices;
		this.cycles = cycles;
	}

	@GetMapping("/new")
	String blank(@RequestParam String cycle, @RequestParam Kind kind, @RequestParam(defaultValue = "") String unit,
			Model model, Locale locale) {
		ProposalForm form = ProposalForm.empty(cycle, kind, unit);
		model.addAttribute("form", form);
		return page(form, model, locale);
	}

	/** Shows what the points would be; stores nothing. */
	@PostMapping("/trial")
	String trial(@ModelAttribute("form") ProposalForm form, BindingResult errors, Model model, Locale locale) {
		Cycle cycle = this.cycles.byCode(form.cycle());
		if (errors.hasErrors()) {
			return Forms.trial(page(form, model, locale), model);
		}
		this.adjustments.rulebook(cycle.id())
			.value(form.rule(), form.cause(), form.handling(), form.counted())
			.ifPresent((value) -> model.addAttribute("value", value));
		model.addAttribute("tried", true);
		return page(form, model, locale);
	}

	@PostMapping
	@SentOnce
	String propose(@Valid @ModelAttribute("form") ProposalForm form, BindingResult errors, Model model, Locale locale,
			RedirectAttributes flash) {
		return Forms.result(errors, () -> propose(form))
			.map((id) -> proposed(id, flash))
			.orElseGet(() -> page(form, model, locale));
	}

	private long propose(ProposalForm form) {
		Cycle cycle = this.cycles.byCode(form.cycle());
		return this.adjustments.propose(form.proposal(cycle.id(), unit(cycle, form.unit())));
	}

	private static String proposed(long adjustment, RedirectAttributes flash) {
		flash.addFlashAttribute("notice", "adjustment.proposed");
		return "redirect:/desk/adjustments/" + adjustment;
	}

	private long unit(Cycle cycle, String code) {
		return Participant.of(this.cycles.participants(cycle.id()), code)
			.orElseThrow(() -> Refusal.invalid("adjustment.notTakingPart").at("unit"))
			.unit();
	}

	private String page(ProposalForm form, Model model, Locale locale) {
		Cycle cycle = this.cycles.byCode(form.cycle());
		Rulebook rulebook = this.adjustments.rulebook(cycle.id());
		model.addAttribute("cycle", cycle);
		// a field that cannot be read leaves no form in the model, only what was typed
		model.addAttribute("kind", form.kind());
		model.addAttribute("rules", this.choices.rules(rulebook.rules(form.kind()), locale));
		model.addAttribute("quantities", this.choices.quantities(rulebook.rules(form.kind()), locale));
		model.addAttribute("causes", this.choices.factors(rulebook.content().causes(), locale));
		model.addAttribute("handlings", this.choices.factors(rulebook.content().handlings(), locale));
		model.addAttribute("units", units(cycle, form.kind(), rulebook));
		return VIEW;
	}

	/** For a bonus only the units to which at least one is open. */
	private List<Option> units(Cycle cycle, Kind kind, Rulebook rulebook) {
		return this.cycles.participants(cycle.id())
			.stream()
			.filter((unit) -> kind != Kind.BONUS || !rulebook.bonuses(unit.traits()).isEmpty())
			.map((unit) -> new Option(unit.code(), unit.name()))
			.toList();
	}

}
