package org.pingyi.intake.vote.web;

import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.pingyi.base.web.PublicAddress;
import org.pingyi.base.web.Refusal;
import org.pingyi.base.web.cookie.PathCookie;
import org.pingyi.intake.vote.VotePass;
import org.pingyi.intake.vote.identity.AuthorizationRedirect;
import org.pingyi.intake.vote.identity.Identities;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * To the identity provider and back. The one cookie of the vote is set here, after
 * somebody chose this way, for these addresses and ten minutes.
 */
@Controller
@RequestMapping("/vote/identity")
class IdentityController {

	private static final PathCookie COOKIE = new PathCookie("pingyi-identity", "/vote/identity");

	private final Cycles cycles;

	private final Identities identities;

	private final Visitors visitors;

	private final VotePages pages;

	private final PublicAddress address;

	IdentityController(Cycles cycles, Identities identities, Visitors visitors, VotePages pages,
			PublicAddress address) {
		this.cycles = cycles;
		this.identities = identities;
		this.visitors = visitors;
		this.pages = pages;
		this.address = address;
	}

	@GetMapping
	String leave(HttpServletRequest request, HttpServletResponse response) {
		open();
		AuthorizationRedirect redirect = this.identities.redirect(returnTo(), this.visitors.of(request));
		keep(redirect.ticket(), Identities.VALID, request, response);
		return "redirect:" + redirect.address();
	}

	@GetMapping("/return")
	String comeBack(@RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "") String code,
			@RequestParam(defaultValue = "") String error, Model model, HttpServletRequest request,
			HttpServletResponse response) {
		Cycle cycle = open();
		String ticket = COOKIE.value(request).orElse("");
		keep("", Duration.ZERO, request, response);
		if (!error.isEmpty()) {
			throw Refusal.invalid("vote.identity.cancelled");
		}
		VotePass pass = this.identities.complete(ticket, state, code, returnTo(), this.visitors.of(request),
				cycle.id());
		return this.pages.choice(pass, VoteForm.blank(), model);
	}

	private Cycle open() {
		return this.cycles.current().orElseThrow(() -> Refusal.conflict("vote.notOpen"));
	}

	/** As the provider knows it: a request's host is whatever its sender likes. */
	private String returnTo() {
		return this.address.of("/vote/identity/return");
	}

	private static void keep(String ticket, Duration time, HttpServletRequest request, HttpServletResponse response) {
		response.addHeader(HttpHeaders.SET_COOKIE, COOKIE.of(request, ticket).maxAge(time).build().toString());
	}

}
