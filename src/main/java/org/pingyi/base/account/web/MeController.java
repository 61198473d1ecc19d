package org.pingyi.base.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;

import org.pingyi.base.account.Accounts;
import org.pingyi.base.account.OwnPassword;
import org.pingyi.base.web.Forms;
import org.pingyi.base.web.LandingPages;

import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Oneself: where one's roles lead, and one's password. */
@Controller
class MeController {

	private final Accounts accounts;

	private final OwnPassword password;

	private final LandingPages landing;

	MeController(Accounts accounts, OwnPassword password, LandingPages landing) {
		this.accounts = accounts;
		this.password = password;
		this.landing = landing;
	}

	@GetMapping("/me")
	String me(Authentication person, Model model) {
		model.addAttribute("name", this.accounts.displayName(person.getName()));
		model.addAttribute("held", this.accounts.held(person.getName()));
		model.addAttribute("homes", this.landing.of(person));
		return "base/account/me";
	}

	@GetMapping("/me/password")
	String password(Model model) {
		model.addAttribute("form", new PasswordForm("", "", ""));
		return "base/account/password";
	}

	@PostMapping("/me/password")
	String change(@Valid @ModelAttribute("form") PasswordForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response, Authentication person) {
		NewPassword.requireSame(form.password(), form.repeated(), errors);
		if (Forms.accepts(errors, () -> this.password.change(form.old(), form.password()))) {
			new SecurityContextLogoutHandler().logout(request, response, person);
			return "redirect:/login?changed";
		}
		return "base/account/password";
	}

	/** What is typed to change one's password. */
	record PasswordForm(@NotBlank(message = "{account.needed.old}") String old,
			@NotBlank(message = "{account.needed.password}") String password, String repeated) {
	}

}
