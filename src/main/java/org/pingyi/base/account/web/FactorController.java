package org.pingyi.base.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

import org.pingyi.base.account.factor.AuthenticatorOffer;
import org.pingyi.base.account.factor.Authenticators;
import org.pingyi.base.account.factor.RecoveryCodes;
import org.pingyi.base.account.passkey.Passkeys;
import org.pingyi.base.web.Forms;
import org.pingyi.base.web.Reauthenticated;
import org.pingyi.base.web.once.SentOnce;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own second factor. */
@Controller
@RequestMapping("/me/factor")
class FactorController {

	private final Authenticators authenticators;

	private final Passkeys passkeys;

	private final RecoveryCodes recovery;

	FactorController(Authenticators authenticators, Passkeys passkeys, RecoveryCodes recovery) {
		this.authenticators = authenticators;
		this.passkeys = passkeys;
		this.recovery = recovery;
	}

	@GetMapping
	String show(Authentication person, Model model) {
		model.addAttribute("since", this.authenticators.since(person.getName()).orElse(null));
		model.addAttribute("passkeys", this.passkeys.of(person.getName()));
		model.addAttribute("left", this.recovery.left(person.getName()));
		return "base/account/factor";
	}

	@GetMapping("/authenticator")
	String offer(Authentication person, HttpServletRequest request, Model model) {
		model.addAttribute("form", new AuthenticatorForm("", ""));
		return page(OfferSession.of(request, this.authenticators, person.getName()), model);
	}

	@PostMapping("/authenticator")
	@Reauthenticated("audit.act.account.authenticatorAdded")
	String enrol(@Valid @ModelAttribute("form") AuthenticatorForm form, BindingResult errors, Authentication person,
			HttpServletRequest request, Model model, RedirectAttributes redirect) {
		if (Forms.accepts(errors, () -> this.authenticators.enrol(person.getName(), String.valueOf(form.sealed()),
				form.code().strip()))) {
			OfferSession.end(request, person.getName());
			redirect.addFlashAttribute("notice", "account.factor.added");
			return "redirect:/me/factor";
		}
		String login = person.getName();
		return page((form.sealed() != null) ? this.authenticators.offer(login, form.sealed())
				: OfferSession.of(request, this.authenticators, login), model);
	}

	/** Shown in the answer, once: a redirect would have to keep them in the session. */
	@PostMapping("/recovery")
	@Reauthenticated("audit.act.account.recoveryIssued")
	@SentOnce("account.recovery.again")
	String issue(Authentication person, Model model) {
		model.addAttribute("codes", this.recovery.issue(person.getName()));
		return "base/account/recovery";
	}

	private static String page(AuthenticatorOffer offer, Model model) {
		model.addAttribute("offer", offer);
		model.addAttribute("action", "/me/factor/authenticator");
		return "base/account/authenticator";
	}

	/** What is typed to take up an authenticator application. */
	record AuthenticatorForm(@Nullable String sealed, @NotBlank(message = "{account.needed.code}") String code) {
	}

}
