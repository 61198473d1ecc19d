package org.pingyi.base.account.web;

import org.pingyi.base.account.FactorRules;
import org.pingyi.base.account.Role;
import org.pingyi.base.web.Reauthenticated;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** For which roles the security administrator requires a second factor. */
@Controller
@RequestMapping("/admin/factors")
class FactorRulesController {

	private final FactorRules rules;

	FactorRulesController(FactorRules rules) {
		this.rules = rules;
	}

	@GetMapping
	String show(Model model) {
		model.addAttribute("rules", this.rules.all());
		model.addAttribute("enforced", this.rules.isEnforced());
		return "base/account/factors";
	}

	@PostMapping
	@Reauthenticated("account.factors.title")
	String require(@RequestParam Role role, @RequestParam boolean required, RedirectAttributes redirect) {
		this.rules.require(role, required);
		redirect.addFlashAttribute("notice", "account.factors.saved");
		return "redirect:/admin/factors";
	}

}
