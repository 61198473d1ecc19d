package org.pingyi.base.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.pingyi.base.account.FederatedSignIns;
import org.pingyi.base.account.oidc.OidcProvider;
import org.pingyi.base.account.oidc.web.AuthorizationRequests;
import org.pingyi.base.web.LandingPages;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

/** The way to the identity service; {@link OidcSignIn} takes people back. */
@Controller
@RequestMapping("/login/oidc")
class OidcController {

	private final OidcProvider provider;

	private final AuthorizationRequests requests;

	private final FederatedSignIns signIns;

	private final Origins origins;

	private final LandingPages landing;

	OidcController(OidcProvider provider, AuthorizationRequests requests, FederatedSignIns signIns, Origins origins,
			LandingPages landing) {
		this.landing = landing;
		this.provider = provider;
		this.requests = requests;
		this.signIns = signIns;
		this.origins = origins;
	}

	/**
	 * No strange page begins it; browsers that do not say who asks are let through.
	 * Whoever is signed in is led on.
	 */
	@GetMapping
	String leave(@RequestHeader(name = "Sec-Fetch-Site", defaultValue = "none") String asking,
			@Nullable Authentication person, HttpServletRequest request, HttpServletResponse response) {
		if (person != null) {
			return "redirect:" + this.landing.first(person);
		}
		if (!AuthorizationRequests.OWN.contains(asking)) {
			return "redirect:/login";
		}
		this.provider.requireOffered();
		this.signIns.admit(this.origins.of(request, ""));
		return "redirect:" + this.requests.forSignIn(request, response);
	}

}
