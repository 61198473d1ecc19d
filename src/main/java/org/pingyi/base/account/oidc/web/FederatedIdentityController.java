package org.pingyi.base.account.oidc.web;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.pingyi.base.account.SignedIn;
import org.pingyi.base.account.oidc.FederatedIdentities;
import org.pingyi.base.account.oidc.OidcProvider;
import org.pingyi.base.web.Forms;
import org.pingyi.base.web.Reauthenticated;
import org.pingyi.base.web.Refusal;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The identity that one's own account is bound to. */
@Controller
@RequestMapping("/me/identity")
class FederatedIdentityController {

	private final OidcProvider provider;

	private final AuthorizationRequests requests;

	private final FederatedIdentities identities;

	private final Clock clock;

	FederatedIdentityController(OidcProvider provider, AuthorizationRequests requests, FederatedIdentities identities,
			Clock clock) {
		this.provider = provider;
		this.requests = requests;
		this.identities = identities;
		this.clock = clock;
	}

	@GetMapping
	String show(Authentication person, HttpServletRequest request, Locale locale, Model model) {
		this.provider.requireOffered();
		model.addAttribute("service", this.provider.name(locale));
		model.addAttribute("since", this.identities.since(person.getName()).orElse(null));
		model.addAttribute("proven", proven(person, request).orElse(null));
		return "base/account/identity";
	}

	/**
	 * A link rather than a form, for no form may lead to another site; but no strange
	 * page begins it.
	 */
	@GetMapping("/departure")
	String leave(Authentication person, @RequestHeader(name = "Sec-Fetch-Site", defaultValue = "none") String asking,
			HttpServletRequest request, HttpServletResponse response) {
		if (!AuthorizationRequests.OWN.contains(asking)) {
			return "redirect:/me/identity";
		}
		requireOwnSignIn(person);
		return "redirect:" + this.requests.forBinding(person.getName(), request, response);
	}

	@PostMapping
	@Reauthenticated("audit.act.account.identityBound")
	String bind(Authentication person, HttpServletRequest request, Locale locale, Model model,
			RedirectAttributes redirect) {
		requireOwnSignIn(person);
		ProvenIdentity proven = proven(person, request).orElseThrow(() -> Refusal.conflict("account.identityNotShown"));
		ProvenIdentity.end(request);
		return Forms.accepts(model, () -> this.identities.bind(proven.identity()))
				? done("account.identityBound", redirect) : show(person, request, locale, model);
	}

	@PostMapping("/removal")
	@Reauthenticated("audit.act.account.identityRemoved")
	String remove(Authentication person, RedirectAttributes redirect) {
		this.identities.remove(person.getName());
		return done("account.identityRemoved", redirect);
	}

	private Optional<ProvenIdentity> proven(Authentication person, HttpServletRequest request) {
		return ProvenIdentity.of(request, person.getName(), this.clock.instant());
	}

	/** Whoever came by an identity must not make room for another one with it. */
	private static void requireOwnSignIn(Authentication person) {
		if (SignedIn.byIdentityService(person)) {
			throw Refusal.conflict("account.identityByPassword");
		}
	}

	private static String done(String notice, RedirectAttributes redirect) {
		redirect.addFlashAttribute("notice", notice);
		return "redirect:/me/identity";
	}

}
