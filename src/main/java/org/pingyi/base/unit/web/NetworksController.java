package org.pingyi.base.unit.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.pingyi.base.unit.Networks;
import org.pingyi.base.unit.Units;
import org.pingyi.base.web.Forms;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The networks that a unit uses. */
@Controller
@RequestMapping("/desk/units/{code}/networks")
class NetworksController {

	private final Networks networks;

	private final Units units;

	NetworksController(Networks networks, Units units) {
		this.networks = networks;
		this.units = units;
	}

	@GetMapping
	String list(@PathVariable String code, Model model) {
		model.addAttribute("form", new NetworkForm(""));
		return page(code, model);
	}

	@PostMapping
	String add(@PathVariable String code, @Valid @ModelAttribute("form") NetworkForm form, BindingResult errors,
			Model model, RedirectAttributes redirect) {
		if (Forms.accepts(errors, "network", () -> this.networks.add(code, form.network()))) {
			return done(code, "unit.networkAdded", redirect);
		}
		return page(code, model);
	}

	@PostMapping("/{id}/removal")
	String remove(@PathVariable String code, @PathVariable long id, RedirectAttributes redirect) {
		this.networks.remove(code, id);
		return done(code, "unit.networkRemoved", redirect);
	}

	private String page(String code, Model model) {
		model.addAttribute("unit", this.units.history(code).unit());
		model.addAttribute("networks", this.networks.of(code));
		return "base/unit/networks";
	}

	private static String done(String code, String notice, RedirectAttributes redirect) {
		redirect.addFlashAttribute("notice", notice);
		redirect.addAttribute("code", code);
		return "redirect:/desk/units/{code}/networks";
	}

	/** What is typed to declare a network. */
	record NetworkForm(@NotBlank(message = "{unit.needed.network}") @Size(max = 60,
			message = "{unit.needed.network}") String network) {
	}

}
