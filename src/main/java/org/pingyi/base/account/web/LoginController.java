package org.pingyi.base.account.web;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The sign-in page. */
@Controller
class LoginController {

	static final String FAILURE = "account.failure";

	@GetMapping("/login")
	String page(HttpServletRequest request, Model model) {
		model.addAttribute("login", "");
		model.addAttribute("said", said(request));
		return "base/account/login";
	}

	/** Reached only by the forward of a failed sign-in. */
	@PostMapping("/login/failure")
	@ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
	String failed(@RequestAttribute(FAILURE) String failure, @RequestParam(defaultValue = "") String username,
			Model model) {
		model.addAttribute("login", username);
		model.addAttribute("failure", failure);
		return "base/account/login";
	}

	private static String said(HttpServletRequest request) {
		for (String what : new String[] { "out", "ended", "changed", "activated" }) {
			if (request.getParameter(what) != null) {
				return "account.login." + what;
			}
		}
		return "";
	}

}
