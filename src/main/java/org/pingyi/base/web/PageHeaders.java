package org.pingyi.base.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * The response headers that every chain sends:
 * {@code http.headers(PageHeaders.strict())}.
 */
public final class PageHeaders {

	/**
	 * Nothing but our own files; no inline script or style; pages in no foreign frame.
	 */
	static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
			+ "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; "
			+ "frame-ancestors 'none'; base-uri 'none'";

	private static final String FEATURES = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";

	private PageHeaders() {
	}

	/** The same headers for a page that is answered ahead of every chain. */
	public static void send(HttpServletRequest request, HttpServletResponse response) {
		response.setHeader("Content-Security-Policy", POLICY);
		response.setHeader("Referrer-Policy", ReferrerPolicy.SAME_ORIGIN.getPolicy());
		response.setHeader("Permissions-Policy", FEATURES);
		response.setHeader("X-Frame-Options", "DENY");
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader("X-XSS-Protection", "0");
		if (request.isSecure()) {
			response.setHeader("Strict-Transport-Security", "max-age=31536000 ; includeSubDomains");
		}
	}

	public static Customizer<HeadersConfigurer<HttpSecurity>> strict() {
		return (headers) -> headers.contentSecurityPolicy((policy) -> policy.policyDirectives(POLICY))
			.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
			.permissionsPolicyHeader((permissions) -> permissions.policy(FEATURES))
			.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
	}

}
