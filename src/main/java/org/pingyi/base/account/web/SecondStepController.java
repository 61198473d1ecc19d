package org.pingyi.base.account.web;

import java.util.Optional;
import java.util.function.Function;

import jakarta.servlet.http.HttpServletRequest;

import org.pingyi.base.account.PendingSignIn;
import org.pingyi.base.account.factor.AuthenticatorOffer;
import org.pingyi.base.account.factor.Authenticators;
import org.pingyi.base.web.Forms;
import org.pingyi.base.web.Refusal;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/**
 * The pages of the second step of a sign-in: the code, or the setting up of a second
 * factor. {@link SecondStepFilter} takes what they send, and forwards what failed.
 */
@Controller
class SecondStepController {

	private final Authenticators authenticators;

	SecondStepController(Authenticators authenticators) {
		this.authenticators = authenticators;
	}

	@GetMapping("/login/code")
	String code(HttpServletRequest request, Model model) {
		model.addAttribute("form", new CodeForm(""));
		return PendingSession.of(request).isPresent() ? "base/account/code" : "redirect:/login?ended";
	}

	@PostMapping("/login/code/failure")
	String codeFailed(@RequestAttribute(SignInFailure.REFUSAL) Refusal refusal, @ModelAttribute("form") CodeForm form,
			BindingResult errors) {
		return again(refusal, errors, "base/account/code");
	}

	@GetMapping("/login/factor")
	String factor(HttpServletRequest request, Model model) {
		model.addAttribute("form", new FactorForm("", ""));
		return offering(request, model, this.authenticators::offer);
	}

	@PostMapping("/login/factor/failure")
	String factorFailed(@RequestAttribute(SignInFailure.REFUSAL) Refusal refusal, HttpServletRequest request,
			@ModelAttribute("form") FactorForm form, BindingResult errors, Model model) {
		again(refusal, errors, "");
		return offering(request, model, (login) -> this.authenticators.offer(login, form.sealed()));
	}

	private static String again(Refusal refusal, BindingResult errors, String view) {
		Forms.accepts(errors, () -> {
			throw refusal;
		});
		return view;
	}

	private static String offering(HttpServletRequest request, Model model,
			Function<String, AuthenticatorOffer> offer) {
		Optional<PendingSignIn> pending = PendingSession.of(request).filter(PendingSignIn::setUp);
		pending.ifPresent((one) -> model.addAttribute("offer", offer.apply(one.login())));
		model.addAttribute("required", true);
		model.addAttribute("action", "/login/factor");
		return pending.isPresent() ? "base/account/authenticator" : "redirect:/login?ended";
	}

	/** What is typed to show the second factor. */
	record CodeForm(String code) {
	}

	/** What is typed to set up a second factor. */
	record FactorForm(String sealed, String code) {
	}

}
