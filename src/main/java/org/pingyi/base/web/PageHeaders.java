package org.pingyi.base.web;

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

	public static Customizer<HeadersConfigurer<HttpSecurity>> strict() {
		return (headers) -> headers.contentSecurityPolicy((policy) -> policy.policyDirectives(POLICY))
			.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
			.permissionsPolicyHeader((permissions) -> permissions.policy(FEATURES))
			.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
	}

}
