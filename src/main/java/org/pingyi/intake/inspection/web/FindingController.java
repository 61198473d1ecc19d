package org.pingyi.intake.inspection.web;

import org.pingyi.base.web.Forms;
import org.pingyi.base.web.once.SentOnce;
import org.pingyi.intake.inspection.Findings;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A liaison reads what visits found about their unit, and answers. */
@Controller
@RequestMapping("/unit/findings")
class FindingController {

	private final Findings findings;

	FindingController(Findings findings) {
		this.findings = findings;
	}

	@GetMapping
	String own(Model model) {
		model.addAttribute("findings", this.findings.own());
		return "intake/inspection/findings";
	}

	@PostMapping("/{finding}/answers")
	@SentOnce
	String answer(@PathVariable long finding, @RequestParam(defaultValue = "") String text, Model model,
			RedirectAttributes redirect) {
		if (!Forms.accepts(model, () -> this.findings.answer(finding, text))) {
			model.addAttribute("refused", finding);
			model.addAttribute("typed", text);
			return own(model);
		}
		redirect.addFlashAttribute("notice", "inspection.answered");
		return "redirect:/unit/findings";
	}

}
