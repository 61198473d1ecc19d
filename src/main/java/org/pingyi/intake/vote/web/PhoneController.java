package org.pingyi.intake.vote.web;

import jakarta.servlet.http.HttpServletResponse;

import org.pingyi.base.web.Refusal;
import org.pingyi.intake.vote.PhoneCodes;
import org.pingyi.intake.vote.PhoneNumber;
import org.pingyi.intake.vote.VotePasses;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The way in: a mobile number, a code, a pass. Pages answer posts directly, because
 * without a session nothing would outlive a redirect.
 */
@Controller
@RequestMapping("/vote")
class PhoneController {

	private final Cycles cycles;

	private final PhoneCodes codes;

	private final VotePasses passes;

	private final VotePages pages;

	PhoneController(Cycles cycles, PhoneCodes codes, VotePasses passes, VotePages pages) {
		this.cycles = cycles;
		this.codes = codes;
		this.passes = passes;
		this.pages = pages;
	}

	// Whoever reloads by the address bar has left the form behind.
	@GetMapping({ "/codes", "/passes", "/choice", "/sheet", "/review", "/ballots" })
	String startAgain() {
		return "redirect:/vote";
	}

	@PostMapping("/codes")
	String send(@ModelAttribute("form") PhoneForm form, BindingResult errors, Model model,
			HttpServletResponse response) {
		Cycle cycle = open();
		PhoneNumber phone = PhoneNumber.read(form.phone()).orElse(null);
		if (phone == null) {
			errors.rejectValue("phone", "vote.phone.invalid");
			response.setStatus(422);
			return start(cycle, model);
		}
		this.codes.send(phone);
		model.addAttribute("form", new CodeForm(phone.digits(), ""));
		return code(phone, model);
	}

	@PostMapping("/passes")
	String enter(@ModelAttribute("form") CodeForm form, BindingResult errors, Model model,
			HttpServletResponse response) {
		Cycle cycle = open();
		PhoneNumber phone = PhoneNumber.read(form.phone()).orElseThrow(() -> Refusal.invalid("vote.phone.invalid"));
		if (!this.codes.confirm(phone, form.code())) {
			errors.rejectValue("code", "vote.code.wrong");
			response.setStatus(422);
			return code(phone, model);
		}
		return this.pages.choice(this.passes.of(phone, cycle.id()), VoteForm.blank(), model);
	}

	private Cycle open() {
		return this.cycles.current().orElseThrow(() -> Refusal.conflict("vote.notOpen"));
	}

	private static String start(Cycle cycle, Model model) {
		model.addAttribute("cycle", cycle);
		return "intake/vote/start";
	}

	private static String code(PhoneNumber phone, Model model) {
		model.addAttribute("masked", phone.masked());
		return "intake/vote/code";
	}

	/** What is typed to get a code. */
	record PhoneForm(String phone) {

		PhoneForm {
			phone = (phone != null) ? phone : "";
		}

	}

	/** What is typed to get a pass. */
	record CodeForm(String phone, String code) {

		CodeForm {
			phone = (phone != null) ? phone : "";
			code = (code != null) ? code : "";
		}

	}

}
