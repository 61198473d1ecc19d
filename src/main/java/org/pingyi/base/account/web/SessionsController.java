package org.pingyi.base.account.web;

import jakarta.servlet.http.HttpSession;

import org.pingyi.base.account.session.OwnSessions;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where one is signed in. */
@Controller
@RequestMapping("/me/sessions")
class SessionsController {

	private final OwnSessions sessions;

	SessionsController(OwnSessions sessions) {
		this.sessions = sessions;
	}

	@GetMapping
	String list(HttpSession session, Model model) {
		model.addAttribute("sessions", this.sessions.all(session.getId()));
		return "base/account/sessions";
	}

	@PostMapping("/{key}/end")
	String end(@PathVariable String key, RedirectAttributes redirect) {
		this.sessions.end(key);
		redirect.addFlashAttribute("notice", "account.sessions.ended");
		return "redirect:/me/sessions";
	}

	@PostMapping("/end")
	String endOthers(HttpSession session, RedirectAttributes redirect) {
		this.sessions.endOthers(session.getId());
		redirect.addFlashAttribute("notice", "account.sessions.othersEnded");
		return "redirect:/me/sessions";
	}

}
