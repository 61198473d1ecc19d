package org.pingyi.intake.ballot.web;

import java.time.Clock;
import java.util.function.LongConsumer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.pingyi.base.audit.Reason;
import org.pingyi.base.audit.SeenProposal;
import org.pingyi.base.web.Forms;
import org.pingyi.base.web.Reauthenticated;
import org.pingyi.intake.ballot.key.KeyDestructions;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Two people of the office destroy the key by which rights can be traced to people. */
@Controller
@RequestMapping("/desk/cycles/{code}/key")
class KeyDestructionController {

	private final KeyDestructions destructions;

	private final Cycles cycles;

	private final Clock clock;

	KeyDestructionController(KeyDestructions destructions, Cycles cycles, Clock clock) {
		this.destructions = destructions;
		this.cycles = cycles;
		this.clock = clock;
	}

	@GetMapping
	String show(@PathVariable String code, Model model) {
		model.addAttribute("form", new Form(""));
		return page(code, model);
	}

	@PostMapping
	String propose(@PathVariable String code, @Valid @ModelAttribute("form") Form form, BindingResult errors,
			Model model, RedirectAttributes redirect) {
		Cycle cycle = this.cycles.byCode(code);
		return Forms.accepts(errors, () -> this.destructions.propose(cycle.id(), form.reason()))
				? done(code, "ballot.key.proposed", redirect) : page(code, model);
	}

	@PostMapping("/approval")
	@Reauthenticated("audit.act.ballot.keyDestroyed")
	String approve(@PathVariable String code, @RequestParam SeenProposal proposal, Model model,
			RedirectAttributes redirect) {
		return decided(code, proposal.id(), "ballot.key.approved",
				(cycle) -> this.destructions.approve(cycle, proposal), model, redirect);
	}

	@PostMapping("/rejection")
	String reject(@PathVariable String code, @RequestParam SeenProposal proposal, Model model,
			RedirectAttributes redirect) {
		return decided(code, proposal.id(), "ballot.key.rejected", (cycle) -> this.destructions.reject(cycle, proposal),
				model, redirect);
	}

	@PostMapping("/withdrawal")
	String withdraw(@PathVariable String code, @RequestParam long proposal, Model model, RedirectAttributes redirect) {
		return decided(code, proposal, "ballot.key.withdrawn", (cycle) -> this.destructions.withdraw(cycle, proposal),
				model, redirect);
	}

	/** What is refused is shown on the page as it is now, beside the proposal. */
	private String decided(String code, long proposal, String notice, LongConsumer act, Model model,
			RedirectAttributes redirect) {
		long cycle = this.cycles.byCode(code).id();
		if (Forms.accepts(model, () -> act.accept(cycle))) {
			return done(code, notice, redirect);
		}
		model.addAttribute("refused", proposal);
		return show(code, model);
	}

	private String page(String code, Model model) {
		Cycle cycle = this.cycles.byCode(code);
		model.addAttribute("cycle", cycle);
		model.addAttribute("state", this.destructions.state(cycle));
		model.addAttribute("proposals", this.destructions.of(cycle.id()));
		model.addAttribute("zone", this.clock.getZone());
		return "intake/ballot/key";
	}

	private static String done(String code, String notice, RedirectAttributes redirect) {
		redirect.addFlashAttribute("notice", notice);
		redirect.addAttribute("code", code);
		return "redirect:/desk/cycles/{code}/key";
	}

	/** What is typed to propose it. */
	record Form(@NotBlank(message = "{ballot.key.reason.needed}") @Size(max = 500,
			message = "{ballot.key.reason.long}") @Reason String reason) {
	}

}
