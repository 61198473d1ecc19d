package org.pingyi.intake.inspection.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.pingyi.base.account.Accounts;
import org.pingyi.base.web.Forms;
import org.pingyi.base.web.Option;
import org.pingyi.intake.inspection.Findings;
import org.pingyi.intake.inspection.Inspections;
import org.pingyi.intake.inspection.Visit;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Phase;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.data.domain.PageRequest;
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

/** The office assigns visits, watches them, and reads findings with their answers. */
@Controller
@RequestMapping("/desk/inspections")
class InspectionDeskController {

	/** Stands for every unit that has no visit yet. */
	private static final String REST = "*";

	private static final int PAGE = 50;

	private static final Set<Phase> ASSIGNING = Set.of(Phase.ANNOUNCED, Phase.OPENED);

	private final Inspections inspections;

	private final Findings findings;

	private final Cycles cycles;

	private final Accounts accounts;

	private final MessageSource messages;

	InspectionDeskController(Inspections inspections, Findings findings, Cycles cycles, Accounts accounts,
			MessageSource messages) {
		this.inspections = inspections;
		this.findings = findings;
		this.cycles = cycles;
		this.accounts = accounts;
		this.messages = messages;
	}

	@GetMapping
	String list(@RequestParam(required = false) @Nullable String cycle, @RequestParam(defaultValue = "") String state,
			@RequestParam(defaultValue = "0") int page, Model model) {
		model.addAttribute("form", new Assignment("", "", null));
		return listPage(this.cycles.chosen(cycle).orElse(null), state, page, model);
	}

	@PostMapping
	String assign(@RequestParam String cycle, @Valid @ModelAttribute("form") Assignment form, BindingResult errors,
			Model model, RedirectAttributes redirect) {
		Cycle chosen = this.cycles.byCode(cycle);
		return Forms.result(errors, () -> assign(chosen, form))
			.map((visits) -> assigned(visits, cycle, redirect))
			.orElseGet(() -> listPage(chosen, "", 0, model));
	}

	private static String assigned(int visits, String cycle, RedirectAttributes redirect) {
		redirect.addFlashAttribute("notice", "inspection.assigned");
		redirect.addFlashAttribute("noticeArgs", new Object[] { visits });
		redirect.addAttribute("cycle", cycle);
		return "redirect:/desk/inspections";
	}

	@GetMapping("/{visit}")
	String visit(@PathVariable long visit, Model model) {
		Visit shown = this.inspections.visit(visit);
		model.addAttribute("visit", shown);
		model.addAttribute("cycle", this.cycles.byId(shown.cycle()));
		model.addAttribute("findings", this.findings.ofVisit(visit));
		return "intake/inspection/show";
	}

	@PostMapping("/{visit}/cancellation")
	String cancel(@PathVariable long visit, RedirectAttributes redirect) {
		this.inspections.cancel(visit);
		redirect.addFlashAttribute("notice", "inspection.cancelled");
		return "redirect:/desk/inspections/" + visit;
	}

	private int assign(Cycle cycle, Assignment form) {
		LocalDate day = form.dayOrThrow();
		if (form.unit().equals(REST)) {
			return this.inspections.assignRest(cycle.id(), form.inspector(), day);
		}
		this.inspections.assign(cycle.id(), form.unit(), form.inspector(), day);
		return 1;
	}

	private String listPage(@Nullable Cycle cycle, String state, int page, Model model) {
		model.addAttribute("cycles", this.cycles.all());
		if (cycle != null) {
			model.addAttribute("cycle", cycle);
			model.addAttribute("state", state);
			model.addAttribute("states", Visit.State.values());
			model.addAttribute("assigning", ASSIGNING.contains(cycle.phase()));
			model.addAttribute("units", units(cycle));
			model.addAttribute("inspectors",
					this.accounts.inspectors()
						.stream()
						.map((person) -> new Option(person.login(), person.name()))
						.toList());
			model.addAttribute("page",
					this.inspections.page(cycle.id(), state, PageRequest.of(Math.clamp(page, 0, 1_000_000), PAGE)));
		}
		return "intake/inspection/list";
	}

	private List<Option> units(Cycle cycle) {
		List<Option> options = new ArrayList<>();
		int rest = this.inspections.unvisited(cycle.id()).size();
		if (rest > 0) {
			options.add(new Option(REST, this.messages.getMessage("inspection.rest", new Object[] { rest },
					LocaleContextHolder.getLocale())));
		}
		this.inspections.visitable(cycle.id()).forEach((unit) -> options.add(new Option(unit.code(), unit.name())));
		return options;
	}

	/** Whom to visit, by whom, when. */
	record Assignment(@NotBlank(message = "{inspection.unit.missing}") String unit,
			@NotBlank(message = "{inspection.inspector.missing}") String inspector,
			@NotNull(message = "{inspection.day.missing}") @DateTimeFormat(
					iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day) {

		LocalDate dayOrThrow() {
			if (this.day == null) {
				throw new IllegalStateException("validated before");
			}
			return this.day;
		}

	}

}
