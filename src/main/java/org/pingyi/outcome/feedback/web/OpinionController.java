package org.pingyi.outcome.feedback.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.pingyi.base.unit.UnitId;
import org.pingyi.base.web.Forms;
import org.pingyi.base.web.Refusal;
import org.pingyi.outcome.feedback.Opinion;
import org.pingyi.outcome.feedback.Progress;
import org.pingyi.outcome.feedback.Rectifications;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleId;
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

/** What people wrote about each unit, and the sending of it. */
@Controller
@RequestMapping("/desk/opinions")
class OpinionController {

	private static final int DAYS = 15;

	private final Rectifications rectifications;

	private final Cycles cycles;

	private final Clock clock;

	OpinionController(Rectifications rectifications, Cycles cycles, Clock clock) {
		this.rectifications = rectifications;
		this.cycles = cycles;
		this.clock = clock;
	}

	@GetMapping
	String units(@RequestParam(required = false) @Nullable String cycle, Model model) {
		Optional<Cycle> chosen = this.cycles.chosen(cycle);
		model.addAttribute("cycles", this.cycles.all());
		model.addAttribute("cycle", chosen.orElse(null));
		chosen.filter((each) -> each.phase().reached(Phase.CLOSED)).ifPresent((closed) -> {
			List<Progress> progress = this.rectifications.progress(closed.id());
			model.addAttribute("progress", progress);
			model.addAttribute("total", this.rectifications.total(progress));
			model.addAttribute("units",
					this.cycles.participants(closed.id())
						.stream()
						.collect(Collectors.toMap(Participant::unit, (unit) -> unit)));
		});
		return "outcome/feedback/units";
	}

	@GetMapping("/{unit}")
	String opinions(@PathVariable String unit, @RequestParam String cycle, Model model) {
		Dispatch form = new Dispatch(List.of(), deadline());
		model.addAttribute("form", form);
		return page(unit, cycle, form, model);
	}

	private String page(String code, String cycleCode, Dispatch form, Model model) {
		Cycle cycle = this.cycles.byCode(cycleCode);
		Participant unit = participant(cycle, code);
		List<Opinion> opinions = this.rectifications.opinions(CycleId.of(cycle), new UnitId(unit.unit()));
		model.addAttribute("cycle", cycle);
		model.addAttribute("unit", unit);
		// a date that cannot be read leaves no form in the model, only what was typed
		model.addAttribute("chosen", form.opinions());
		model.addAttribute("unsent", part(opinions, true));
		model.addAttribute("reserved", part(opinions, false));
		model.addAttribute("sent", opinions.stream().filter((one) -> one.rectification() != null).toList());
		return "outcome/feedback/opinions";
	}

	private static List<Opinion> part(List<Opinion> opinions, boolean mayForward) {
		return opinions.stream()
			.filter((one) -> one.rectification() == null && one.mayForward() == mayForward)
			.toList();
	}

	@PostMapping("/{unit}/dispatch")
	String send(@PathVariable String unit, @RequestParam String cycle, @Valid @ModelAttribute("form") Dispatch form,
			BindingResult errors, Model model, RedirectAttributes flash) {
		if (!Forms.accepts(errors, () -> send(unit, cycle, form))) {
			return page(unit, cycle, form, model);
		}
		flash.addFlashAttribute("notice", "feedback.sent");
		flash.addAttribute("cycle", cycle);
		return "redirect:/desk/opinions/" + unit;
	}

	private void send(String unit, String code, Dispatch form) {
		Cycle cycle = this.cycles.byCode(code);
		this.rectifications.send(CycleId.of(cycle), new UnitId(participant(cycle, unit).unit()), form.opinions(),
				Objects.requireNonNull(form.deadline()));
	}

	private Participant participant(Cycle cycle, String code) {
		return Participant.of(this.cycles.participants(cycle.id()), code)
			.orElseThrow(() -> Refusal.notFound("feedback.noUnit"));
	}

	private LocalDate deadline() {
		return LocalDate.now(this.clock).plusDays(DAYS);
	}

	/** Opinions to send in their own words. */
	record Dispatch(@NotEmpty(message = "{feedback.opinions.missing}") List<UUID> opinions,
			@NotNull(message = "{feedback.deadline.missing}") @DateTimeFormat(
					iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate deadline) {

		Dispatch {
			opinions = (opinions != null) ? opinions : List.of();
		}

	}

}
