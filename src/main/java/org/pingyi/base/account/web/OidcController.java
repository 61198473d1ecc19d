package org.pingyi.base.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.pingyi.base.account.FederatedSignIns;
import org.pingyi.base.account.oidc.OidcProvider;
import org.pingyi.base.account.oidc.web.AuthorizationRequests;
import org.pingyi.base.web.Forms;
import org.pingyi.base.web.Refusal;

import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestAttribute;
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

	@GetMapping
	String leave(HttpServletRequest request, HttpServletResponse response) {
		this.provider.requireOffered();
		this.signIns.admit(this.origins.of(request, ""));
		return "redirect:" + this.requests.forSignIn(request, response);
	}

	/** Reached only by the forward of a failed sign-in. */
	@GetMapping("/failure")
	String failed(@RequestAttribute(SignInFailure.REFUSAL) Refusal refusal,
			@ModelAttribute("form") LoginController.LoginForm form, BindingResult errors) {
		Forms.accepts(errors, () -> {
			throw refusal;
		});
		return "base/account/login";
	}

}
