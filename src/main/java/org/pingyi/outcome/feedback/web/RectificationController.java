package org.pingyi.outcome.feedback.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.pingyi.base.web.Forms;
import org.pingyi.outcome.feedback.Rectification;
import org.pingyi.outcome.feedback.RectificationFilter;
import org.pingyi.outcome.feedback.Rectifications;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Participant;

import org.springframework.data.domain.Pageable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The office follows up what it sent: accepts answers or returns them. */
@Controller
@RequestMapping("/desk/opinions/rectifications")
class RectificationController {

	private static final int DAYS = 15;

	private final Rectifications rectifications;

	private final Cycles cycles;

	private final Clock clock;

	RectificationController(Rectifications rectifications, Cycles cycles, Clock clock) {
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
	String list(Filter filter, Pageable page, Model model) {
		Optional<Cycle> chosen = this.cycles.chosen(filter.cycle());
		model.addAttribute("cycles", this.cycles.all());
		model.addAttribute("cycle", chosen.orElse(null));
		model.addAttribute("filter", filter);
		chosen.ifPresent((cycle) -> {
			Map<Long, Participant> units = units(cycle.id());
			model.addAttribute("units", units);
			model.addAttribute("states", Rectification.State.values());
			model.addAttribute("page", this.rectifications.search(cycle.id(), filter.over(units), page));
		});
		return "outcome/feedback/rectifications";
	}

	private Map<Long, Participant> units(long cycle) {
		return this.cycles.participants(cycle)
			.stream()
			.collect(Collectors.toMap(Participant::unit, (unit) -> unit, (one, other) -> one, LinkedHashMap::new));
	}

	@GetMapping("/{id}")
	String show(@PathVariable long id, Model model) {
		model.addAttribute("form", new Return("", today().plusDays(DAYS)));
		return page(id, model);
	}

	private String page(long id, Model model) {
		Rectification found = this.rectifications.find(id);
		model.addAttribute("it", found);
		model.addAttribute("cycle", this.cycles.byId(found.cycle()));
		model.addAttribute("unit", units(found.cycle()).get(found.unit()));
		model.addAttribute("history", this.rectifications.history(id));
		return "outcome/feedback/rectification";
	}

	@PostMapping("/{id}/resolution")
	String resolve(@PathVariable long id, RedirectAttributes flash) {
		this.rectifications.resolve(id);
		flash.addFlashAttribute("notice", "feedback.resolved");
		return "redirect:/desk/opinions/rectifications/" + id;
	}

	@PostMapping("/{id}/return")
	String returnToUnit(@PathVariable long id, @Valid @ModelAttribute("form") Return form, BindingResult errors,
			Model model, RedirectAttributes flash) {
		if (!Forms.accepts(errors,
				() -> this.rectifications.returnToUnit(id, form.remark(), Objects.requireNonNull(form.deadline())))) {
			return page(id, model);
		}
		flash.addFlashAttribute("notice", "feedback.returned");
		return "redirect:/desk/opinions/rectifications/" + id;
	}

	/** Which rectifications to list; null and "" mean any. */
	record Filter(@Nullable String cycle, Rectification.@Nullable State state, @Nullable String unit,
			@Nullable Boolean overdue) {

		RectificationFilter over(Map<Long, Participant> units) {
			Long number = units.values()
				.stream()
				.filter((each) -> each.code().equals(this.unit))
				.findFirst()
				.map(Participant::unit)
				.orElse(null);
			return new RectificationFilter(this.state, number, Boolean.TRUE.equals(this.overdue));
		}

	}

	/** Why an answer is not enough, and until when the next one is due. */
	record Return(
			@NotBlank(message = "{feedback.remark.missing}") @Size(max = 1000,
					message = "{feedback.remark.tooLong}") String remark,
			@NotNull(message = "{feedback.deadline.missing}") @DateTimeFormat(
					iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate deadline) {
	}

}
