package org.pingyi.base.account.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;

import org.pingyi.base.account.NewAccount;
import org.pingyi.base.account.Person;
import org.pingyi.base.account.SetUp;
import org.pingyi.base.web.Forms;

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
			Model model) {
		this.setUp.require(token);
		NewPassword.requireSame(form.password(), form.repeated(), errors);
		return Forms.result(errors, () -> this.setUp.appoint(token, form.system(), form.password(), form.security()))
			.map((activation) -> OneTimeLink.show(model, activation, form.guard(), "/login"))
			.orElse("base/account/setup");
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

	}

}
