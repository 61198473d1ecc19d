package org.pingyi.intake.hotline.web;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.pingyi.base.audit.Reason;
import org.pingyi.base.web.Forms;
import org.pingyi.intake.adjustment.Adjustments;
import org.pingyi.intake.adjustment.Kind;
import org.pingyi.intake.adjustment.RuleChoices;
import org.pingyi.intake.adjustment.Rulebook;
import org.pingyi.intake.hotline.CaseAssessment;
import org.pingyi.intake.hotline.CaseFilter;
import org.pingyi.intake.hotline.HotlineCase;
import org.pingyi.intake.hotline.HotlineCases;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Participant;

import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of hotline cases, and what the office makes of each. */
@Controller
@RequestMapping("/desk/hotline")
class HotlineController {

	private final HotlineCases cases;

	private final Adjustments adjustments;

	private final RuleChoices choices;

	private final Cycles cycles;

	private final Clock clock;

	HotlineController(HotlineCases cases, Adjustments adjustments, RuleChoices choices, Cycles cycles, Clock clock) {
		this.cases = cases;
		this.adjustments = adjustments;
		this.choices = choices;
		this.cycles = cycles;
		this.clock = clock;
	}

	@ModelAttribute("zone")
	ZoneId zone() {
		return this.clock.getZone();
	}

	@ModelAttribute("office")
	boolean office(HttpServletRequest request) {
		return request.isUserInRole("OFFICE");
	}

	@GetMapping
	String list(Filter filter, Pageable page, Model model) {
		Optional<Cycle> cycle = this.cycles.chosen(filter.cycle());
		model.addAttribute("cycles", this.cycles.all());
		model.addAttribute("cycle", cycle.orElse(null));
		model.addAttribute("filter", filter);
		cycle.ifPresent((chosen) -> fill(model, chosen, filter, page));
		return "intake/hotline/list";
	}

	private void fill(Model model, Cycle cycle, Filter filter, Pageable page) {
		List<Participant> units = this.cycles.participants(cycle.id());
		Long unit = Participant.of(units, filter.unit()).map(Participant::unit).orElse(null);
		model.addAttribute("page", this.cases.search(cycle.id(), new CaseFilter(filter.state(), unit), page));
		model.addAttribute("units", byNumber(units));
		model.addAttribute("states", HotlineCase.State.values());
	}

	private static Map<Long, Participant> byNumber(List<Participant> units) {
		return units.stream()
			.collect(Collectors.toMap(Participant::unit, (unit) -> unit, (one, other) -> one,
					java.util.LinkedHashMap::new));
	}

	@GetMapping("/{id}")
	String show(@PathVariable long id, @ModelAttribute("assessment") AssessmentForm assessment,
			@ModelAttribute("dismissal") ReasonForm dismissal, HttpServletRequest request, Model model, Locale locale) {
		HotlineCase found = this.cases.find(id);
		model.addAttribute("it", found);
		model.addAttribute("cycle", this.cycles.byId(found.cycle()));
		model.addAttribute("unit", byNumber(this.cycles.participants(found.cycle())).get(found.details().unit()));
		model.addAttribute("history", this.cases.history(id));
		if (office(request)) {
			choices(found, model, locale);
		}
		return "intake/hotline/show";
	}

	private void choices(HotlineCase found, Model model, Locale locale) {
		Rulebook rulebook = this.adjustments.rulebook(found.cycle());
		model.addAttribute("rules", this.choices.rules(rulebook.rules(Kind.DEDUCTION), locale));
		model.addAttribute("causes", this.choices.factors(rulebook.content().causes(), locale));
		model.addAttribute("handlings", this.choices.factors(rulebook.content().handlings(), locale));
		model.addAttribute("mayReopen", this.cases.mayReopen(found));
		if (found.adjustment() != null) {
			model.addAttribute("adjustment", this.adjustments.find(found.adjustment()));
		}
	}

	@PostMapping("/{id}/confirmation")
	String confirm(@PathVariable long id, @Valid @ModelAttribute("assessment") AssessmentForm form,
			BindingResult errors, HttpServletRequest request, Model model, Locale locale, RedirectAttributes flash) {
		if (!Forms.accepts(errors, () -> this.cases.confirm(id, form.assessed()))) {
			model.addAttribute("dismissal", new ReasonForm(null));
			return show(id, form, new ReasonForm(null), request, model, locale);
		}
		flash.addFlashAttribute("notice", "hotline.confirmed");
		return "redirect:/desk/hotline/" + id;
	}

	@PostMapping("/{id}/dismissal")
	String dismiss(@PathVariable long id, @Valid @ModelAttribute("dismissal") ReasonForm form, BindingResult errors,
			HttpServletRequest request, Model model, Locale locale, RedirectAttributes flash) {
		if (errors.hasErrors()) {
			AssessmentForm assessment = new AssessmentForm("", "", "", "");
			model.addAttribute("assessment", assessment);
			return show(id, assessment, form, request, model, locale);
		}
		this.cases.dismiss(id, Objects.requireNonNull(form.reason()));
		flash.addFlashAttribute("notice", "hotline.dismissed");
		return "redirect:/desk/hotline/" + id;
	}

	@PostMapping("/{id}/reopening")
	String reopen(@PathVariable long id, @Valid @ModelAttribute("dismissal") ReasonForm form, BindingResult errors,
			HttpServletRequest request, Model model, Locale locale, RedirectAttributes flash) {
		if (errors.hasErrors()) {
			return show(id, new AssessmentForm("", "", "", ""), form, request, model, locale);
		}
		this.cases.reopen(id, Objects.requireNonNull(form.reason()));
		flash.addFlashAttribute("notice", "hotline.reopened");
		return "redirect:/desk/hotline/" + id;
	}

	/** Which cases to list; null and "" mean any. */
	record Filter(@Nullable String cycle, HotlineCase.@Nullable State state, @Nullable String unit) {
	}

	/** What the office found out, as it is typed. */
	record AssessmentForm(@NotBlank(message = "{hotline.rule.missing}") String rule,
			@NotBlank(message = "{hotline.cause.missing}") String cause,
			@NotBlank(message = "{hotline.handled.missing}") String handling,
			@NotBlank(message = "{hotline.assessment.missing}") @Size(max = 1000,
					message = "{hotline.assessment.tooLong}") @Reason String assessment) {

		CaseAssessment assessed() {
			return new CaseAssessment(this.rule, this.cause, this.handling, this.assessment.strip());
		}

	}

	/** Why a case is dismissed or taken up again. */
	record ReasonForm(@NotBlank(message = "{hotline.reason.missing}") @Size(max = 1000,
			message = "{hotline.reason.tooLong}") @Reason @Nullable String reason) {
	}

}
