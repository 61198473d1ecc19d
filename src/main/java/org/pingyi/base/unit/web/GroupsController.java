package org.pingyi.base.unit.web;

import java.util.Locale;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;

import org.pingyi.base.unit.UnitGroup;
import org.pingyi.base.unit.Units;
import org.pingyi.base.web.Forms;
import org.pingyi.base.web.Refusal;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The groups that units are ranked in. */
@Controller
@RequestMapping("/desk/groups")
class GroupsController {

	private final Units units;

	GroupsController(Units units) {
		this.units = units;
	}

	@GetMapping
	String list(Model model) {
		model.addAttribute("form", new GroupForm("", ""));
		return list(model, "base/unit/groups");
	}

	@PostMapping
	String add(@Valid @ModelAttribute("form") GroupForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		if (Forms.accepts(errors, "code", () -> this.units.addGroup(form.inCapitals(), form.name().strip()))) {
			return done("unit.groupAdded", redirect);
		}
		return list(model, "base/unit/groups");
	}

	@GetMapping("/{code}/edit")
	String rename(@PathVariable String code, Model model) {
		UnitGroup group = this.units.groups()
			.stream()
			.filter((one) -> one.code().equals(code))
			.findFirst()
			.orElseThrow(() -> Refusal.notFound("unit.groupUnknown", code));
		model.addAttribute("form", new GroupForm(group.name(), code));
		return "base/unit/group";
	}

	@PostMapping("/{code}/name")
	String rename(@PathVariable String code, @Valid @ModelAttribute("form") GroupForm form, BindingResult errors,
			RedirectAttributes redirect) {
		if (Forms.accepts(errors, "name", () -> this.units.renameGroup(code, form.name().strip()))) {
			return done("unit.groupRenamed", redirect);
		}
		return "base/unit/group";
	}

	private String list(Model model, String view) {
		model.addAttribute("groups", this.units.groups());
		return view;
	}

	private static String done(String notice, RedirectAttributes redirect) {
		redirect.addFlashAttribute("notice", notice);
		return "redirect:/desk/groups";
	}

	/** What is typed to add or rename a group. */
	record GroupForm(@NotBlank(message = "{unit.needed.groupName}") String name,
			@NotBlank(message = "{unit.needed.groupCode}") String code) {

		String inCapitals() {
			return this.code.strip().toUpperCase(Locale.ROOT);
		}

	}

}
