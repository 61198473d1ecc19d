package org.pingyi.base.account.web;

import org.pingyi.base.account.Person;

import org.springframework.ui.Model;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Shows a one-time link in the answer to the form that asked for it. No redirect: it
 * would have to keep the link in the session, which is in the database.
 */
final class OneTimeLink {

	private OneTimeLink() {
	}

	/** The link, with the address where its reader goes on. */
	static String show(Model model, String token, Person person, String onward) {
		String link = ServletUriComponentsBuilder.fromCurrentContextPath()
			.pathSegment("activation", token)
			.toUriString();
		model.addAttribute("link", link);
		model.addAttribute("person", person);
		model.addAttribute("onward", onward);
		return "base/account/link";
	}

}
