package org.pingyi.base.account.web;

import org.pingyi.base.account.Accounts;
import org.pingyi.base.account.Rights;
import org.pingyi.base.account.Role;
import org.pingyi.base.web.Reauthenticated;

import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PageableDefault;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The security administrator's rights. */
@Controller
@RequestMapping("/admin/rights")
class RightsController {

	private final Accounts accounts;

	private final Rights rights;

	RightsController(Accounts accounts, Rights rights) {
		this.accounts = accounts;
		this.rights = rights;
	}

	@GetMapping
	String list(@RequestParam(defaultValue = "") String text, @PageableDefault(size = 20) Pageable page, Model model) {
		model.addAttribute("page", this.accounts.search(text, page));
		model.addAttribute("text", text);
		return "base/account/rights";
	}

	@GetMapping("/{login}")
	String show(@PathVariable String login, Model model) {
		model.addAttribute("account", this.accounts.byLogin(login));
		model.addAttribute("grants", this.rights.grantable(login));
		model.addAttribute("revocations", this.rights.revocable(login));
		model.addAttribute("unconfirmable", this.rights.unconfirmable(login).orElse(null));
		return "base/account/right";
	}

	@PostMapping("/{login}/grants")
	@Reauthenticated("audit.act.account.granted")
	String grant(@PathVariable String login, @RequestParam Role role, RedirectAttributes redirect) {
		this.rights.grant(login, role);
		return done(login, "account.granted", redirect);
	}

	@PostMapping("/{login}/revocations")
	@Reauthenticated("audit.act.account.revoked")
	String revoke(@PathVariable String login, @RequestParam Role role, RedirectAttributes redirect) {
		this.rights.revoke(login, role);
		return done(login, "account.revoked", redirect);
	}

	@PostMapping("/{login}/confirmation")
	@Reauthenticated("audit.act.account.confirmed")
	String confirm(@PathVariable String login, RedirectAttributes redirect) {
		this.rights.confirm(login);
		return done(login, "account.confirmed", redirect);
	}

	private static String done(String login, String notice, RedirectAttributes redirect) {
		redirect.addFlashAttribute("notice", notice);
		redirect.addAttribute("login", login);
		return "redirect:/admin/rights/{login}";
	}

}
