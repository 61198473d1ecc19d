package org.pingyi.base.account.web;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/**
 * Whoever is not admitted to an address without a page is told that there is none (404),
 * signed in or not; for the rest another decides.
 */
@Component
class UnknownAddresses {

	private final KnownRoutes routes;

	UnknownAddresses(KnownRoutes routes) {
		this.routes = routes;
	}

	AuthenticationEntryPoint otherwise(AuthenticationEntryPoint known) {
		return (request, response, ex) -> {
			if (known(request, response)) {
				known.commence(request, response, ex);
			}
		};
	}

	AccessDeniedHandler otherwise(AccessDeniedHandler known) {
		return (request, response, ex) -> {
			if (known(request, response)) {
				known.handle(request, response, ex);
			}
		};
	}

	private boolean known(HttpServletRequest request, HttpServletResponse response) throws IOException {
		boolean known = this.routes.contain(request);
		if (!known) {
			response.sendError(HttpServletResponse.SC_NOT_FOUND);
		}
		return known;
	}

}
