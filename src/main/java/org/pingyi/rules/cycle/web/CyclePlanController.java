package org.pingyi.rules.cycle.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.pingyi.base.unit.Units;
import org.pingyi.base.web.Forms;
import org.pingyi.base.web.Option;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CyclePlan;
import org.pingyi.rules.cycle.CyclePlans;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.scheme.SchemeVersion;
import org.pingyi.rules.scheme.Schemes;

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

/** Plans a year: its name, method and dates, and which units stay out. */
@Controller
@RequestMapping("/desk/cycles")
class CyclePlanController {

	private static final String FORM = "rules/cycle/form";

	private final Cycles cycles;

	private final CyclePlans plans;

	private final Schemes schemes;

	private final Units units;

	CyclePlanController(Cycles cycles, CyclePlans plans, Schemes schemes, Units units) {
		this.cycles = cycles;
		this.plans = plans;
		this.schemes = schemes;
		this.units = units;
	}

	@ModelAttribute("versions")
	List<Option> versions() {
		return this.schemes.versions()
			.stream()
			.map((version) -> new Option(String.valueOf(version.id()), version.title() + " v" + version.number()))
			.toList();
	}

	@GetMapping("/new")
	String draft(Model model) {
		Long newest = this.schemes.versions().stream().findFirst().map(SchemeVersion::id).orElse(null);
		model.addAttribute("form", new PlanForm("", "", newest, null, null));
		return FORM;
	}

	@PostMapping
	String draft(@Valid @ModelAttribute("form") PlanForm form, BindingResult errors, RedirectAttributes redirect) {
		return Forms.result(errors, "code", () -> this.plans.draft(form.plan()))
			.map((cycle) -> saved(cycle.code(), redirect))
			.orElse(FORM);
	}

	@GetMapping("/{code}/plan")
	String change(@PathVariable String code, Model model) {
		Cycle cycle = this.cycles.byCode(code);
		model.addAttribute("cycle", cycle);
		model.addAttribute("form", PlanForm.of(cycle));
		return FORM;
	}

	@PostMapping("/{code}/plan")
	String change(@PathVariable String code, @Valid @ModelAttribute("form") PlanForm form, BindingResult errors,
			Model model, RedirectAttributes redirect) {
		Cycle cycle = this.cycles.byCode(code);
		if (Forms.accepts(errors, "code", () -> this.plans.change(cycle.id(), form.plan()))) {
			return saved(code, redirect);
		}
		model.addAttribute("cycle", cycle);
		return FORM;
	}

	@GetMapping("/{code}/absences")
	String absences(@PathVariable String code, Model model) {
		Cycle cycle = this.cycles.byCode(code);
		model.addAttribute("cycle", cycle);
		model.addAttribute("units", this.units.all().stream().filter((unit) -> !unit.group().isEmpty()).toList());
		model.addAttribute("absent", this.plans.absent(cycle.id()));
		return "rules/cycle/absences";
	}

	@PostMapping("/{code}/absences")
	String leaveOut(@PathVariable String code, @RequestParam(required = false) List<Long> absent,
			RedirectAttributes redirect) {
		this.plans.leaveOut(this.cycles.byCode(code).id(), (absent != null) ? Set.copyOf(absent) : Set.of());
		return saved(code, redirect);
	}

	@PostMapping("/{code}/extension")
	String extend(@PathVariable String code,
			@RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate closesOn,
			RedirectAttributes redirect) {
		this.plans.extend(this.cycles.byCode(code).id(), closesOn);
		return saved(code, redirect);
	}

	private static String saved(String code, RedirectAttributes redirect) {
		redirect.addFlashAttribute("notice", "cycle.saved");
		redirect.addAttribute("code", code);
		return "redirect:/desk/cycles/{code}";
	}

	/** What is typed to plan a year. */
	record PlanForm(
			@NotBlank(message = "{cycle.code.missing}") @Size(max = 20, message = "{cycle.code.tooLong}") @Pattern(
					regexp = "[0-9a-z-]*", message = "{cycle.code.pattern}") String code,
			@NotBlank(message = "{cycle.name.missing}") @Size(max = 60, message = "{cycle.name.tooLong}") String name,
			@NotNull(message = "{cycle.scheme.missing}") @Nullable Long schemeVersion,
			@NotNull(message = "{cycle.opensOn.missing}") @DateTimeFormat(
					iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate opensOn,
			@NotNull(message = "{cycle.closesOn.missing}") @DateTimeFormat(
					iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate closesOn) {

		static PlanForm of(Cycle cycle) {
			return new PlanForm(cycle.code(), cycle.name(), cycle.schemeVersion(), cycle.opensOn(), cycle.closesOn());
		}

		CyclePlan plan() {
			if (this.schemeVersion == null || this.opensOn == null || this.closesOn == null) {
				throw new IllegalStateException("checked before");
			}
			return new CyclePlan(this.code, this.name, this.schemeVersion, this.opensOn, this.closesOn);
		}

	}

}
