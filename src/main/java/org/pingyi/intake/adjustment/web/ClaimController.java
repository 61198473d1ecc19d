package org.pingyi.intake.adjustment.web;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.pingyi.base.audit.Actor;
import org.pingyi.base.unit.Unit;
import org.pingyi.base.unit.Units;
import org.pingyi.base.audit.Reason;
import org.pingyi.base.web.Forms;
import org.pingyi.base.web.once.SentOnce;
import org.pingyi.intake.adjustment.Adjustments;
import org.pingyi.intake.adjustment.Claim;
import org.pingyi.intake.adjustment.RuleChoices;
import org.pingyi.intake.adjustment.Rulebook;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Participant;
import org.pingyi.rules.cycle.Phase;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A unit's own adjustments, and the bonuses that its liaison claims. */
@Controller
@RequestMapping("/unit/claims")
class ClaimController {

	private final Adjustments adjustments;

	private final AdjustmentRows rows;

	private final RuleChoices choices;

	private final Cycles cycles;

	private final Units units;

	ClaimController(Adjustments adjustments, AdjustmentRows rows, RuleChoices choices, Cycles cycles, Units units) {
		this.adjustments = adjustments;
		this.rows = rows;
		this.choices = choices;
		this.cycles = cycles;
		this.units = units;
	}

	@GetMapping
	String list(@RequestParam(required = false) @Nullable String cycle, @ModelAttribute("form") Form form, Model model,
			Locale locale) {
		Optional<Cycle> chosen = this.cycles.chosen(cycle).filter(ClaimController::announced);
		model.addAttribute("cycles", this.cycles.all().stream().filter(ClaimController::announced).toList());
		model.addAttribute("cycle", chosen.orElse(null));
		model.addAttribute("unit", this.units.own());
		model.addAttribute("me", Actor.current().name());
		chosen.flatMap(this::own).ifPresent((own) -> fill(model, chosen.orElseThrow(), own, locale));
		return "intake/adjustment/claims";
	}

	private static boolean announced(Cycle cycle) {
		return cycle.phase().reached(Phase.ANNOUNCED);
	}

	private Optional<Participant> own(Cycle cycle) {
		Unit own = this.units.own();
		return Participant.of(this.cycles.participants(cycle.id()), own.id());
	}

	private void fill(Model model, Cycle cycle, Participant own, Locale locale) {
		Rulebook rulebook = this.adjustments.rulebook(cycle.id());
		model.addAttribute("participant", own);
		model.addAttribute("rows", this.rows.rows(cycle.id(), this.adjustments.own(cycle.id())));
		model.addAttribute("taking", this.adjustments.taking(cycle));
		model.addAttribute("bonuses", this.choices.rules(rulebook.bonuses(own.traits()), locale));
		model.addAttribute("quantities", this.choices.quantities(rulebook.bonuses(own.traits()), locale));
	}

	@PostMapping
	@SentOnce
	String claim(@Valid @ModelAttribute("form") Form form, BindingResult errors, Model model, Locale locale,
			RedirectAttributes flash) {
		if (!Forms.accepts(errors, () -> claim(form))) {
			return list(form.cycle(), form, model, locale);
		}
		flash.addFlashAttribute("notice", "adjustment.claimed");
		flash.addAttribute("cycle", form.cycle());
		return "redirect:/unit/claims";
	}

	private void claim(Form form) {
		this.adjustments.claim(form.claim(this.cycles.byCode(form.cycle()).id()));
	}

	@PostMapping("/{id}/withdrawal")
	String withdraw(@PathVariable long id, RedirectAttributes flash) {
		this.adjustments.withdraw(id);
		flash.addFlashAttribute("notice", "adjustment.withdrawn");
		return "redirect:/unit/claims";
	}

	/**
	 * A claim as the liaison types it.
	 *
	 * @param cycle code of the cycle
	 * @param quantity whole units of what the rule counts; null stands for none
	 */
	record Form(String cycle, @NotBlank(message = "{adjustment.rule.missing}") String rule,
			@NotBlank(message = "{adjustment.document.missing}") @Size(max = 200,
					message = "{adjustment.document.tooLong}") String document,
			@NotNull(message = "{adjustment.happenedOn.missing}") @DateTimeFormat(
					iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate happenedOn,
			@PositiveOrZero(message = "{adjustment.quantity.negative}") @Max(value = 999_999_999,
					message = "{adjustment.quantity.tooMuch}") @Nullable Long quantity,
			@NotBlank(message = "{adjustment.reason.missing}") @Size(max = 1000,
					message = "{adjustment.reason.tooLong}") @Reason String reason) {

		Claim claim(long cycle) {
			return new Claim(cycle, this.rule, this.document.strip(), Objects.requireNonNull(this.happenedOn),
					this.reason.strip(), Objects.requireNonNullElse(this.quantity, 0L));
		}

	}

}
