package org.pingyi.intake.vote.web;

import jakarta.servlet.http.HttpServletRequest;

import org.pingyi.base.web.ClientAddress;
import org.pingyi.intake.vote.Visitor;

import org.springframework.stereotype.Component;

/** Tells who asks, as far as limits and signals go. */
@Component
class Visitors {

	private final ClientAddress addresses;

	Visitors(ClientAddress addresses) {
		this.addresses = addresses;
	}

	/** Whoever sent the request. */
	Visitor of(HttpServletRequest request) {
		return of(request, "");
	}

	/**
	 * Whoever sent the request.
	 * @param device what their browser calls itself, or "" when it does not
	 */
	Visitor of(HttpServletRequest request, String device) {
		return new Visitor(this.addresses.household(request), this.addresses.network(request), device);
	}

}
