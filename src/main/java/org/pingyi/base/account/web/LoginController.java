package org.pingyi.base.account.web;

import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The sign-in page. */
@Controller
class LoginController {

	static final String FAILURE = "account.failure";

	@GetMapping("/login")
	String page(HttpServletRequest request, Model model) {
		model.addAttribute("form", new LoginForm("", ""));
		Stream.of("out", "ended", "changed", "activated")
			.filter((said) -> request.getParameter(said) != null)
			.forEach((said) -> model.addAttribute("notice", "account.login." + said));
		return "base/account/login";
	}

	/** Reached only by the forward of a failed sign-in. */
	@PostMapping("/login/failure")
	@ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
	String failed(@RequestAttribute(FAILURE) String failure, @ModelAttribute("form") LoginForm form,
			BindingResult errors) {
		errors.reject(failure);
		return "base/account/login";
	}

	/** What is typed to sign in. */
	record LoginForm(String username, String password) {
	}

}
