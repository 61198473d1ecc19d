package org.pingyi.base.unit.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.pingyi.base.unit.UnitHistory;
import org.pingyi.base.unit.Units;
import org.pingyi.base.web.Forms;
import org.pingyi.base.web.Option;

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

/** What happens to a unit on a day: it moves to another group, or is closed. */
@Controller
@RequestMapping("/desk/units/{code}")
class UnitStepsController {

	private final Units units;

	private final Clock clock;

	UnitStepsController(Units units, Clock clock) {
		this.units = units;
		this.clock = clock;
	}

	@GetMapping("/move")
	String move(@PathVariable String code, Model model) {
		model.addAttribute("form", new MoveForm("", LocalDate.now(this.clock)));
		return page(code, model, "base/unit/move");
	}

	@PostMapping("/moves")
	String move(@PathVariable String code, @Valid @ModelAttribute("form") MoveForm form, BindingResult errors,
			Model model, RedirectAttributes redirect) {
		if (Forms.accepts(errors, "from",
				() -> this.units.move(code, form.group(), Objects.requireNonNull(form.from())))) {
			return done(code, "unit.moved", redirect);
		}
		return page(code, model, "base/unit/move");
	}

	@GetMapping("/close")
	String close(@PathVariable String code, Model model) {
		model.addAttribute("form", new CloseForm(LocalDate.now(this.clock)));
		return page(code, model, "base/unit/close");
	}

	@PostMapping("/closure")
	String close(@PathVariable String code, @Valid @ModelAttribute("form") CloseForm form, BindingResult errors,
			Model model, RedirectAttributes redirect) {
		if (Forms.accepts(errors, "day", () -> this.units.close(code, Objects.requireNonNull(form.day())))) {
			return done(code, "unit.closed", redirect);
		}
		return page(code, model, "base/unit/close");
	}

	private String page(String code, Model model, String view) {
		UnitHistory history = this.units.history(code);
		List<Option> groups = this.units.groups()
			.stream()
			.filter((group) -> !group.code().equals(history.unit().group()))
			.map((group) -> new Option(group.code(), group.name()))
			.toList();
		model.addAttribute("unit", history.unit());
		model.addAttribute("groups", groups);
		return view;
	}

	private static String done(String code, String notice, RedirectAttributes redirect) {
		redirect.addFlashAttribute("notice", notice);
		redirect.addAttribute("code", code);
		return "redirect:/desk/units/{code}";
	}

	/** What is typed to move a unit. */
	record MoveForm(@NotBlank(message = "{unit.needed.group}") String group, @NotNull(
			message = "{unit.needed.from}") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from) {
	}

	/** What is typed to close a unit. */
	record CloseForm(@NotNull(message = "{unit.needed.day}") @DateTimeFormat(
			iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day) {
	}

}
