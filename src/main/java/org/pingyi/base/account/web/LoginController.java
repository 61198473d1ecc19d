package org.pingyi.base.account.web;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

import org.pingyi.base.web.Forms;
import org.pingyi.base.web.Refusal;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in page; whoever is signed in is led on. */
@Controller
class LoginController {

	/** What {@link OidcFailure} may have the page say. */
	private static final Set<String> REFUSED = Set.of("account.oidc.none", "account.oidc.cancelled",
			"account.oidc.broken", "account.oidc.down", "account.oidc.unbound", "account.oidc.disabled",
			"account.signInWrong");

	private static final Set<String> WARNING = Set.of("ended", "again");

	private final HomeAfterSignIn home;

	LoginController(HomeAfterSignIn home) {
		this.home = home;
	}

	@GetMapping("/login")
	@Nullable String page(@RequestParam(defaultValue = "") String refused, @Nullable Authentication person,
			HttpServletRequest request, HttpServletResponse response, Model model) throws IOException {
		if (person != null && !returnsToAForm(request, response, person)) {
			this.home.leadOn(request, response, person);
			return null;
		}
		if (REFUSED.contains(refused)) {
			Forms.refuse(model, Refusal.invalid(refused));
		}
		model.addAttribute("form", new LoginForm(BusySignIn.typedName(request), "", ""));
		Stream.of("out", "ended", "again", "changed", "activated")
			.filter((said) -> request.getParameter(said) != null)
			.forEach((said) -> model.addAttribute("notice", "account.login." + said));
		model.addAttribute("noticeWarns", WARNING.stream().anyMatch((said) -> request.getParameter(said) != null));
		if (request.getParameter(BusySignIn.BUSY) != null) {
			Forms.refuse(model, new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "account.busy"));
			model.addAttribute("code", true);
		}
		return "base/account/login";
	}

	/** Reached only by the forward of a failed sign-in. */
	@PostMapping("/login/failure")
	String failed(@RequestAttribute(SignInFailure.REFUSAL) Refusal refusal,
			@Valid @ModelAttribute("form") LoginForm form, BindingResult errors, Model model) {
		Forms.accepts(errors, () -> {
			throw refusal;
		});
		// Whoever would have to wait may come through with the second factor.
		model.addAttribute("code", refusal.status() == HttpStatus.TOO_MANY_REQUESTS);
		return "base/account/login";
	}

	/**
	 * Whether a form was sent that an earlier sign-in opened: what was typed comes back
	 * only by way of this page.
	 */
	private boolean returnsToAForm(HttpServletRequest request, HttpServletResponse response, Authentication person) {
		return request.getParameter("ended") != null && this.home.asked(request, response, person).isPresent();
	}

	/** What is typed to sign in. */
	record LoginForm(@NotBlank(message = "{account.needed.login}") String username,
			@NotBlank(message = "{account.needed.password}") String password, String code) {
	}

}
