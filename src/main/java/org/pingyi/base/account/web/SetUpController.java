package org.pingyi.base.account.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;

import org.pingyi.base.account.NewAccount;
import org.pingyi.base.account.Person;
import org.pingyi.base.account.SetUp;
import org.pingyi.base.web.Refusal;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The first page of a new city: who its two administrators are. */
@Controller
@RequestMapping("/setup/{token}")
class SetUpController {

	private final SetUp setUp;

	SetUpController(SetUp setUp) {
		this.setUp = setUp;
	}

	@GetMapping
	String page(@PathVariable String token, Model model) {
		this.setUp.require(token);
		model.addAttribute("form", new SetUpForm("", "", "", "", "", ""));
		return "base/account/setup";
	}

	@PostMapping
	String appoint(@PathVariable String token, @Valid @ModelAttribute("form") SetUpForm form, BindingResult errors,
			Model model, HttpServletResponse response) {
		this.setUp.require(token);
		NewPassword.requireSame(form.password(), form.repeated(), errors);
		if (!errors.hasErrors()) {
			try {
				String activation = this.setUp.appoint(token, form.system(), form.password(), form.security());
				return OneTimeLink.show(model, activation, form.guard(), "/login");
			}
			catch (Refusal refusal) {
				if (refusal.status() == HttpStatus.GONE) {
					throw refusal;
				}
				errors.rejectValue(form.fieldOf(refusal), refusal.key(), refusal.arguments(), refusal.key());
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return "base/account/setup";
	}

	/** What is typed to appoint the first two administrators. */
	record SetUpForm(@NotBlank(message = "{account.needed.login}") String login,
			@NotBlank(message = "{account.needed.name}") String name,
			@NotBlank(message = "{account.needed.password}") String password, String repeated,
			@NotBlank(message = "{account.needed.login}") String securityLogin,
			@NotBlank(message = "{account.needed.name}") String securityName) {

		NewAccount system() {
			return new NewAccount(this.login.strip(), this.name.strip(), "");
		}

		NewAccount security() {
			return new NewAccount(this.securityLogin.strip(), this.securityName.strip(), "");
		}

		Person guard() {
			return new Person(security().login(), security().name());
		}

		String fieldOf(Refusal refusal) {
			if (refusal.key().startsWith("account.password")) {
				return "password";
			}
			if (refusal.key().equals("account.nameMalformed")) {
				return (this.name.length() > this.securityName.length()) ? "name" : "securityName";
			}
			boolean system = refusal.key().equals("account.loginMalformed")
					&& refusal.arguments()[0].equals(system().login());
			return system ? "login" : "securityLogin";
		}

	}

}
