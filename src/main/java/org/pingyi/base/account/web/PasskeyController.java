package org.pingyi.base.account.web;

import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

import org.pingyi.base.account.OwnFactors;
import org.pingyi.base.account.passkey.NewPasskey;
import org.pingyi.base.account.passkey.PasskeyPrompts;
import org.pingyi.base.account.passkey.Passkeys;
import org.pingyi.base.web.Forms;
import org.pingyi.base.web.Reauthenticated;
import org.pingyi.base.web.once.SentOnce;

import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own passkeys: a new one, and one less. */
@Controller
@RequestMapping("/me/factor/passkeys")
class PasskeyController {

	private final Passkeys passkeys;

	private final PasskeyPrompts prompts;

	private final OwnFactors factors;

	PasskeyController(Passkeys passkeys, PasskeyPrompts prompts, OwnFactors factors) {
		this.passkeys = passkeys;
		this.prompts = prompts;
		this.factors = factors;
	}

	@GetMapping("/new")
	String form(Model model) {
		model.addAttribute("form", new PasskeyForm("", "", "", ""));
		return "base/account/passkey";
	}

	/** Asked by the page's script when its form is sent. */
	@PostMapping(path = "/challenge", produces = MediaType.APPLICATION_JSON_VALUE)
	@ResponseBody
	String challenge(HttpServletRequest request, Authentication person) {
		return this.prompts.creation(person.getName(), ChallengeSession.keep(request, this.prompts.challenge()));
	}

	@PostMapping
	@Reauthenticated("audit.act.account.passkeyAdded")
	@SentOnce("account.passkeys.again")
	String add(@Valid @ModelAttribute("form") PasskeyForm form, BindingResult errors, HttpServletRequest request,
			Authentication person, RedirectAttributes redirect) {
		if (Forms.accepts(errors,
				() -> this.passkeys.add(person.getName(), ChallengeSession.take(request), form.made()))) {
			redirect.addFlashAttribute("notice", "account.passkeys.added");
			return "redirect:/me/factor";
		}
		return "base/account/passkey";
	}

	@PostMapping("/{id}/removal")
	@Reauthenticated("audit.act.account.passkeyRemoved")
	String remove(@PathVariable long id, RedirectAttributes redirect) {
		this.factors.removePasskey(id);
		redirect.addFlashAttribute("notice", "account.passkeys.removed");
		return "redirect:/me/factor";
	}

	/** What is typed and what the device says. */
	record PasskeyForm(@NotBlank(message = "{account.needed.passkeyName}") String name, @Nullable String clientDataJSON,
			@Nullable String attestationObject, @Nullable String transports) {

		NewPasskey made() {
			return new NewPasskey(this.name, sent(this.clientDataJSON), sent(this.attestationObject),
					sent(this.transports));
		}

		private static String sent(@Nullable String value) {
			return Objects.requireNonNullElse(value, "");
		}

	}

}
