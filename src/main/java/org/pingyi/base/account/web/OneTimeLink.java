package org.pingyi.base.account.web;

import org.pingyi.base.account.Person;

import org.springframework.ui.Model;

/**
 * Shows a one-time link in the answer to the form that asked for it. No redirect: it
 * would have to keep the link in the session, which is in the database.
 */
final class OneTimeLink {

	private OneTimeLink() {
	}

	/** The path of the link, and where its reader goes on. */
	static String show(Model model, String token, Person person, String onward) {
		model.addAttribute("link", "/activation/" + token);
		model.addAttribute("person", person);
		model.addAttribute("onward", onward);
		return "base/account/link";
	}

}
