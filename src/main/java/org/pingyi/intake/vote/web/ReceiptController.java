package org.pingyi.intake.vote.web;

import org.pingyi.intake.ballot.Ballots;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Says where the ballot of a receipt stands. The receipt comes in the body: in an address
 * it would enter logs, beside the network address of its owner.
 */
@Controller
@RequestMapping("/vote/receipt")
class ReceiptController {

	private final Ballots ballots;

	ReceiptController(Ballots ballots) {
		this.ballots = ballots;
	}

	@GetMapping
	String ask(Model model) {
		model.addAttribute("code", "");
		return "intake/vote/receipt";
	}

	@PostMapping
	String check(@RequestParam(defaultValue = "") String code, Model model) {
		model.addAttribute("code", code);
		if (!code.isBlank()) {
			model.addAttribute("state", this.ballots.check(code));
		}
		return "intake/vote/receipt";
	}

}
