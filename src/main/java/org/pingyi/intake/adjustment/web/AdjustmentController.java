package org.pingyi.intake.adjustment.web;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.pingyi.base.audit.Actor;
import org.pingyi.base.audit.ProposalState;
import org.pingyi.base.audit.Reason;
import org.pingyi.base.audit.SeenProposal;
import org.pingyi.base.web.Forms;
import org.pingyi.base.web.Option;
import org.pingyi.base.web.Reauthenticated;
import org.pingyi.intake.adjustment.Adjustment;
import org.pingyi.intake.adjustment.AdjustmentFilter;
import org.pingyi.intake.adjustment.AdjustmentOrigins;
import org.pingyi.intake.adjustment.Adjustments;
import org.pingyi.intake.adjustment.Kind;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Participant;

import org.springframework.context.MessageSource;
import org.springframework.data.domain.PageRequest;
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

/** The office's list of adjustments, and the decision of the second person. */
@Controller
@RequestMapping("/desk/adjustments")
class AdjustmentController {

	private static final Pageable FIRST_WAITING = PageRequest.of(0, 10);

	private final Adjustments adjustments;

	private final AdjustmentOrigins origins;

	private final AdjustmentRows rows;

	private final Cycles cycles;

	private final MessageSource messages;

	private final Clock clock;

	AdjustmentController(Adjustments adjustments, AdjustmentOrigins origins, AdjustmentRows rows, Cycles cycles,
			MessageSource messages, Clock clock) {
		this.adjustments = adjustments;
		this.origins = origins;
		this.rows = rows;
		this.cycles = cycles;
		this.messages = messages;
		this.clock = clock;
	}

	@ModelAttribute("zone")
	ZoneId zone() {
		return this.clock.getZone();
	}

	@GetMapping
	String list(Filter filter, Pageable page, Model model, Locale locale) {
		Optional<Cycle> cycle = this.cycles.chosen(filter.cycle());
		model.addAttribute("cycles", this.cycles.all());
		model.addAttribute("cycle", cycle.orElse(null));
		model.addAttribute("filter", filter);
		cycle.ifPresent((chosen) -> fill(model, chosen, filter, page, locale));
		return "intake/adjustment/list";
	}

	private void fill(Model model, Cycle cycle, Filter filter, Pageable page, Locale locale) {
		List<Participant> units = this.cycles.participants(cycle.id());
		AdjustmentFilter wanted = new AdjustmentFilter(filter.kind(), filter.state(), filter.unitOf(units));
		model.addAttribute("waiting",
				this.adjustments.waiting(cycle.id(), FIRST_WAITING).map(this.rows.namer(cycle.id())));
		model.addAttribute("page", this.adjustments.search(cycle.id(), wanted, page).map(this.rows.namer(cycle.id())));
		model.addAttribute("units", units);
		model.addAttribute("kinds", options(Kind.values(), "adjustment.kind.", locale));
		model.addAttribute("states", options(ProposalState.values(), "adjustment.state.", locale));
	}

	private List<Option> options(Enum<?>[] values, String prefix, Locale locale) {
		return Arrays.stream(values)
			.map((value) -> new Option(value.name(), this.messages.getMessage(prefix + value.name(), null, locale)))
			.toList();
	}

	@GetMapping("/{id}")
	String show(@PathVariable long id, @ModelAttribute("form") Rejection form, Model model) {
		Adjustment adjustment = this.adjustments.find(id);
		long cycle = adjustment.proposal().cycle();
		model.addAttribute("row", this.rows.namer(cycle).apply(adjustment));
		model.addAttribute("rulebook", this.adjustments.rulebook(cycle));
		model.addAttribute("cycle", this.cycles.byId(cycle));
		model.addAttribute("origin", this.origins.of(id));
		model.addAttribute("history", this.adjustments.history(id));
		model.addAttribute("mine", adjustment.proposedBy().equals(Actor.current().name()));
		return "intake/adjustment/show";
	}

	@PostMapping("/{id}/approval")
	@Reauthenticated("audit.act.adjustment.approved")
	String approve(@PathVariable long id, @RequestParam(defaultValue = "") String seen, RedirectAttributes flash) {
		this.adjustments.approve(new SeenProposal(id, seen), "");
		flash.addFlashAttribute("notice", "adjustment.approved");
		return "redirect:/desk/adjustments/" + id;
	}

	@PostMapping("/{id}/rejection")
	String reject(@PathVariable long id, @RequestParam(defaultValue = "") String seen,
			@Valid @ModelAttribute("form") Rejection form, BindingResult errors, Model model,
			RedirectAttributes flash) {
		SeenProposal proposal = new SeenProposal(id, seen);
		if (!Forms.accepts(errors, () -> this.adjustments.reject(proposal, Objects.requireNonNull(form.remark())))) {
			return show(id, form, model);
		}
		flash.addFlashAttribute("notice", "adjustment.rejected");
		return "redirect:/desk/adjustments/" + id;
	}

	@PostMapping("/{id}/withdrawal")
	String withdraw(@PathVariable long id, RedirectAttributes flash) {
		this.adjustments.withdraw(id);
		flash.addFlashAttribute("notice", "adjustment.withdrawn");
		return "redirect:/desk/adjustments/" + id;
	}

	/** Which adjustments to list; null and "" mean any. */
	record Filter(@Nullable String cycle, @Nullable Kind kind, @Nullable ProposalState state, @Nullable String unit) {

		@Nullable Long unitOf(List<Participant> units) {
			return units.stream()
				.filter((participant) -> participant.code().equals(this.unit))
				.findFirst()
				.map(Participant::unit)
				.orElse(null);
		}

	}

	/** Why a proposal is rejected. */
	record Rejection(@NotBlank(message = "{adjustment.remark.missing}") @Size(max = 1000,
			message = "{adjustment.reason.tooLong}") @Reason @Nullable String remark) {
	}

}
