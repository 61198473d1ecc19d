package org.pingyi.outcome.feedback.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.pingyi.base.web.Forms;
import org.pingyi.outcome.feedback.Rectification;
import org.pingyi.outcome.feedback.Rectifications;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Phase;

import org.springframework.data.domain.Pageable;
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

/** A unit reads what people wrote about it and answers what it did. */
@Controller
@RequestMapping("/unit/opinions")
class OwnOpinionController {

	private final Rectifications rectifications;

	private final Cycles cycles;

	private final Clock clock;

	OwnOpinionController(Rectifications rectifications, Cycles cycles, Clock clock) {
		this.rectifications = rectifications;
		this.cycles = cycles;
		this.clock = clock;
	}

	@ModelAttribute("zone")
	ZoneId zone() {
		return this.clock.getZone();
	}

	@ModelAttribute("today")
	LocalDate today() {
		return LocalDate.now(this.clock);
	}

	@GetMapping
	String list(@RequestParam(required = false) @Nullable String cycle,
			@RequestParam(required = false) Rectification.@Nullable State state, Pageable page, Model model) {
		Optional<Cycle> chosen = this.cycles.chosen(cycle).filter(OwnOpinionController::announced);
		model.addAttribute("cycles", this.cycles.all().stream().filter(OwnOpinionController::announced).toList());
		model.addAttribute("cycle", chosen.orElse(null));
		model.addAttribute("state", state);
		model.addAttribute("states", Rectification.State.values());
		chosen.ifPresent((each) -> model.addAttribute("page", this.rectifications.searchOwn(each.id(), state, page)));
		return "outcome/feedback/own";
	}

	private static boolean announced(Cycle cycle) {
		return cycle.phase().reached(Phase.ANNOUNCED);
	}

	@GetMapping("/{id}")
	String show(@PathVariable long id, @ModelAttribute("form") Answer form, Model model) {
		Rectification own = this.rectifications.own(id);
		model.addAttribute("it", own);
		model.addAttribute("cycle", this.cycles.byId(own.cycle()));
		model.addAttribute("history", this.rectifications.ownHistory(id));
		return "outcome/feedback/answer";
	}

	@PostMapping("/{id}/answer")
	String answer(@PathVariable long id, @Valid @ModelAttribute("form") Answer form, BindingResult errors, Model model,
			RedirectAttributes flash) {
		if (!Forms.accepts(errors, () -> this.rectifications.answer(id, form.text()))) {
			return show(id, form, model);
		}
		flash.addFlashAttribute("notice", "feedback.answered");
		return "redirect:/unit/opinions/" + id;
	}

	/** What the unit did. */
	record Answer(@NotBlank(message = "{feedback.answer.missing}") @Size(max = 2000,
			message = "{feedback.answer.tooLong}") String text) {
	}

}
