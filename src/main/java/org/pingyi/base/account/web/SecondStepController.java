package org.pingyi.base.account.web;

import java.util.Optional;
import java.util.function.Function;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.pingyi.base.account.PendingSignIn;
import org.pingyi.base.account.factor.AuthenticatorOffer;
import org.pingyi.base.account.factor.Authenticators;
import org.pingyi.base.account.passkey.PasskeyChallenge;
import org.pingyi.base.account.passkey.PasskeyPrompts;
import org.pingyi.base.account.passkey.Passkeys;
import org.pingyi.base.web.Forms;
import org.pingyi.base.web.LandingPages;
import org.pingyi.base.web.Refusal;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * The pages of the second step of a sign-in: the code or the passkey, or the setting up
 * of either. {@link SecondStepFilter} takes what they send, and forwards what failed.
 */
@Controller
class SecondStepController {

	private final Authenticators authenticators;

	private final Passkeys passkeys;

	private final PasskeyPrompts prompts;

	private final LandingPages landing;

	SecondStepController(Authenticators authenticators, Passkeys passkeys, PasskeyPrompts prompts,
			LandingPages landing) {
		this.landing = landing;
		this.authenticators = authenticators;
		this.passkeys = passkeys;
		this.prompts = prompts;
	}

	@GetMapping("/login/code")
	String code(HttpServletRequest request, @Nullable Authentication person, Model model) {
		model.addAttribute("form", new CodeForm(""));
		offerFactors(request, model);
		return PendingSession.of(request).isPresent() ? "base/account/code" : elsewhere(person);
	}

	/** Whoever finished in another tab goes on in this one, too. */
	private String elsewhere(@Nullable Authentication person) {
		return "redirect:" + ((person != null) ? this.landing.first(person) : "/login?again");
	}

	@PostMapping({ "/login/code/failure", "/login/passkey/failure" })
	String codeFailed(@RequestAttribute(SignInFailure.REFUSAL) Refusal refusal, HttpServletRequest request,
			@ModelAttribute("form") CodeForm form, BindingResult errors, Model model) {
		offerFactors(request, model);
		return again(refusal, errors, "base/account/code");
	}

	/** Asked by the script of both pages when a passkey is to be used, or made. */
	@PostMapping(path = "/login/passkey/challenge", produces = MediaType.APPLICATION_JSON_VALUE)
	@ResponseBody
	String challenge(HttpServletRequest request) {
		PendingSignIn pending = PendingSession.of(request)
			.orElseThrow(() -> new Refusal(HttpStatus.GONE, "account.signInSpent"));
		PasskeyChallenge challenge = ChallengeSession.keep(request, this.prompts.challenge());
		return pending.setUp() ? this.prompts.creation(pending.login(), challenge)
				: this.prompts.request(pending.login(), challenge);
	}

	@GetMapping("/login/factor")
	String factor(HttpServletRequest request, @Nullable Authentication person, Model model) {
		model.addAttribute("form", new FactorForm("", "", ""));
		return offering(request, person, model, (login) -> OfferSession.of(request, this.authenticators, login));
	}

	@PostMapping({ "/login/factor/failure", "/login/factor/passkey/failure" })
	String factorFailed(@RequestAttribute(SignInFailure.REFUSAL) Refusal refusal, HttpServletRequest request,
			@ModelAttribute("form") FactorForm form, BindingResult errors, Model model) {
		again(refusal, errors, "");
		String sealed = form.sealed();
		return offering(request, null, model, (login) -> (sealed != null) ? this.authenticators.offer(login, sealed)
				: OfferSession.of(request, this.authenticators, login));
	}

	private void offerFactors(HttpServletRequest request, Model model) {
		PendingSession.of(request).map(PendingSignIn::login).ifPresent((login) -> {
			model.addAttribute("passkey", this.passkeys.has(login) && this.prompts.isOffered());
			model.addAttribute("authenticator", this.authenticators.since(login).isPresent());
		});
	}

	private static String again(Refusal refusal, BindingResult errors, String view) {
		Forms.accepts(errors, () -> {
			throw refusal;
		});
		return view;
	}

	private String offering(HttpServletRequest request, @Nullable Authentication person, Model model,
			Function<String, AuthenticatorOffer> offer) {
		Optional<PendingSignIn> pending = PendingSession.of(request).filter(PendingSignIn::setUp);
		pending.ifPresent((one) -> model.addAttribute("offer", offer.apply(one.login())));
		model.addAttribute("required", true);
		model.addAttribute("action", "/login/factor");
		return pending.isPresent() ? "base/account/authenticator" : elsewhere(person);
	}

	/** What is typed to show the second factor. */
	record CodeForm(String code) {
	}

	/** What is typed to set up a second factor. */
	record FactorForm(@Nullable String sealed, @Nullable String code, @Nullable String name) {
	}

}
