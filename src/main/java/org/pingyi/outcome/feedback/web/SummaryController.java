package org.pingyi.outcome.feedback.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.pingyi.base.unit.UnitId;
import org.pingyi.base.web.Forms;
import org.pingyi.base.web.Refusal;
import org.pingyi.outcome.feedback.Opinion;
import org.pingyi.outcome.feedback.Rectifications;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleId;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Participant;

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

/** The office puts into its own words what a writer did not want passed on. */
@Controller
@RequestMapping("/desk/opinions/{unit}/summaries/{opinion}")
class SummaryController {

	private static final int DAYS = 15;

	private final Rectifications rectifications;

	private final Cycles cycles;

	private final Clock clock;

	SummaryController(Rectifications rectifications, Cycles cycles, Clock clock) {
		this.rectifications = rectifications;
		this.cycles = cycles;
		this.clock = clock;
	}

	@GetMapping
	String show(@PathVariable String unit, @PathVariable UUID opinion, @RequestParam String cycle, Model model) {
		model.addAttribute("form", new Summary("", LocalDate.now(this.clock).plusDays(DAYS)));
		return page(unit, opinion, cycle, model);
	}

	private String page(String code, UUID id, String cycleCode, Model model) {
		Cycle cycle = this.cycles.byCode(cycleCode);
		Participant unit = participant(cycle, code);
		Opinion opinion = this.rectifications.opinions(CycleId.of(cycle), new UnitId(unit.unit()))
			.stream()
			.filter((one) -> one.id().equals(id))
			.findFirst()
			.orElseThrow(() -> Refusal.notFound("feedback.noOpinion"));
		model.addAttribute("cycle", cycle);
		model.addAttribute("unit", unit);
		model.addAttribute("opinion", opinion);
		return "outcome/feedback/summary";
	}

	@PostMapping
	String send(@PathVariable String unit, @PathVariable UUID opinion, @RequestParam String cycle,
			@Valid @ModelAttribute("form") Summary form, BindingResult errors, Model model, RedirectAttributes flash) {
		if (!Forms.accepts(errors, () -> send(unit, opinion, cycle, form))) {
			return page(unit, opinion, cycle, model);
		}
		flash.addFlashAttribute("notice", "feedback.sent");
		flash.addAttribute("cycle", cycle);
		return "redirect:/desk/opinions/" + unit;
	}

	private void send(String unit, UUID opinion, String code, Summary form) {
		Cycle cycle = this.cycles.byCode(code);
		this.rectifications.summarise(CycleId.of(cycle), new UnitId(participant(cycle, unit).unit()), opinion,
				form.summary(), Objects.requireNonNull(form.deadline()));
	}

	private Participant participant(Cycle cycle, String code) {
		return Participant.of(this.cycles.participants(cycle.id()), code)
			.orElseThrow(() -> Refusal.notFound("feedback.noUnit"));
	}

	/** The office's own words. */
	record Summary(
			@NotBlank(message = "{feedback.summary.missing}") @Size(max = 2000,
					message = "{feedback.summary.tooLong}") String summary,
			@NotNull(message = "{feedback.deadline.missing}") @DateTimeFormat(
					iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate deadline) {
	}

}
