package org.pingyi.base.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.pingyi.base.account.FederatedSignIns;
import org.pingyi.base.account.oidc.OidcProvider;
import org.pingyi.base.account.oidc.web.AuthorizationRequests;

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

	OidcController(OidcProvider provider, AuthorizationRequests requests, FederatedSignIns signIns, Origins origins) {
		this.provider = provider;
		this.requests = requests;
		this.signIns = signIns;
		this.origins = origins;
	}

	/** No strange page begins it; browsers that do not say who asks are let through. */
	@GetMapping
	String leave(@RequestHeader(name = "Sec-Fetch-Site", defaultValue = "none") String asking,
			HttpServletRequest request, HttpServletResponse response) {
		if (!AuthorizationRequests.OWN.contains(asking)) {
			return "redirect:/login";
		}
		this.provider.requireOffered();
		this.signIns.admit(this.origins.of(request, ""));
		return "redirect:" + this.requests.forSignIn(request, response);
	}

}
