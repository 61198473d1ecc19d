package org.pingyi.base.unit.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import jakarta.validation.Valid;

import org.pingyi.base.unit.Trait;
import org.pingyi.base.unit.Unit;
import org.pingyi.base.unit.UnitHistory;
import org.pingyi.base.unit.UnitQuery;
import org.pingyi.base.unit.Units;
import org.pingyi.base.web.Forms;
import org.pingyi.base.web.Option;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PageableDefault;
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

/** The office's register of units. */
@Controller
@RequestMapping("/desk/units")
class UnitsController {

	private final Units units;

	private final MessageSource messages;

	private final Clock clock;

	UnitsController(Units units, MessageSource messages, Clock clock) {
		this.units = units;
		this.messages = messages;
		this.clock = clock;
	}

	@ModelAttribute("groups")
	List<Option> groups() {
		return this.units.groups().stream().map((group) -> new Option(group.code(), group.name())).toList();
	}

	@ModelAttribute("traits")
	List<Option> traits() {
		return Stream.of(Trait.values()).map(this::option).toList();
	}

	@GetMapping
	String list(@RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "") String group,
			@RequestParam(defaultValue = "false") boolean closed, @PageableDefault(size = 20) Pageable page,
			Model model) {
		UnitQuery query = new UnitQuery(text.strip(), group, closed);
		model.addAttribute("page", this.units.search(query, page));
		model.addAttribute("query", query);
		model.addAttribute("fresh", !closed && !this.units.any());
		return "base/unit/list";
	}

	@GetMapping("/new")
	String register(Model model) {
		model.addAttribute("form", NewForm.on(LocalDate.now(this.clock)));
		return "base/unit/new";
	}

	@PostMapping
	String register(@Valid @ModelAttribute("form") NewForm form, BindingResult errors, RedirectAttributes redirect) {
		if (Forms.accepts(errors, () -> this.units.register(form.unit()))) {
			return done(form.unit().code(), "unit.registered", redirect);
		}
		return "base/unit/new";
	}

	@GetMapping("/{code}")
	String show(@PathVariable String code, Model model) {
		UnitHistory history = this.units.history(code);
		model.addAttribute("history", history);
		model.addAttribute("unit", history.unit());
		return "base/unit/show";
	}

	@GetMapping("/{code}/edit")
	String change(@PathVariable String code, Model model) {
		Unit unit = this.units.history(code).unit();
		model.addAttribute("unit", unit);
		model.addAttribute("form", ChangeForm.of(unit));
		return "base/unit/edit";
	}

	@PostMapping("/{code}")
	String change(@PathVariable String code, @Valid @ModelAttribute("form") ChangeForm form, BindingResult errors,
			Model model, RedirectAttributes redirect) {
		if (Forms.accepts(errors, () -> this.units.change(code, form.change()))) {
			return done(code, "unit.changed", redirect);
		}
		model.addAttribute("unit", this.units.history(code).unit());
		return "base/unit/edit";
	}

	private Option option(Trait trait) {
		String label = this.messages.getMessage("unit.trait." + trait, null, LocaleContextHolder.getLocale());
		return new Option(trait.name(), label);
	}

	private static String done(String code, String notice, RedirectAttributes redirect) {
		redirect.addFlashAttribute("notice", notice);
		redirect.addAttribute("code", code);
		return "redirect:/desk/units/{code}";
	}

}
