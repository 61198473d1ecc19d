package org.pingyi.intake.ballot.web;

import java.util.Arrays;
import java.util.List;

import org.pingyi.intake.ballot.Ballots;
import org.pingyi.intake.ballot.log.ReceiptState;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * Says where the ballots of receipts stand, and proves it. Receipts come in the body: in
 * an address they would enter logs, beside the network address of their owner.
 */
@Controller
@RequestMapping("/vote/receipt")
class ReceiptController {

	/** A sheet of receipts at most, as many as one can rate at a time. */
	private static final int MOST = 20;

	private final Ballots ballots;

	ReceiptController(Ballots ballots) {
		this.ballots = ballots;
	}

	/** Each suite has a script of its own. */
	@ModelAttribute("suite")
	String suite() {
		return this.ballots.publicKey().suite().setting();
	}

	@GetMapping
	String ask(Model model) {
		model.addAttribute("code", "");
		return "intake/ballot/receipt";
	}

	@PostMapping
	String check(@RequestParam(defaultValue = "") String code, Model model) {
		model.addAttribute("code", code);
		model.addAttribute("checked",
				codes(code).stream().map((one) -> new Checked(one, this.ballots.check(one))).toList());
		return "intake/ballot/receipt";
	}

	/** The same for the script of the page, which checks the proof itself. */
	@PostMapping(path = "/proof", produces = MediaType.APPLICATION_JSON_VALUE)
	@ResponseBody
	ReceiptProof prove(@RequestParam(defaultValue = "") String code) {
		return this.ballots.proof(code)
			.map(ReceiptProof::of)
			.orElseGet(() -> ReceiptProof.without(this.ballots.check(code)));
	}

	/** Receipts stand in lines of their own, or between commas. */
	private static List<String> codes(String typed) {
		return Arrays.stream(typed.split("[\\r\\n,;，；、]+"))
			.map(String::strip)
			.filter((code) -> !code.isEmpty())
			.limit(MOST)
			.toList();
	}

	/** A receipt and where its ballot stands. */
	record Checked(String code, ReceiptState state) {
	}

}
