package org.pingyi.intake.ballot.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.pingyi.base.audit.Reason;
import org.pingyi.base.audit.SeenProposal;
import org.pingyi.base.web.Forms;
import org.pingyi.base.web.Reauthenticated;
import org.pingyi.base.web.Refusal;
import org.pingyi.intake.ballot.tally.Exclusions;
import org.pingyi.intake.ballot.tally.NewExclusion;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Participant;
import org.pingyi.rules.cycle.Phase;
import org.pingyi.rules.scheme.Schemes;
import org.pingyi.rules.scoring.Channel;
import org.pingyi.rules.scoring.Signal;

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

/** Two people of the office exclude ballots after the close. */
@Controller
@RequestMapping("/desk/cycles/{code}/apart")
class ExclusionsController {

	private final Exclusions exclusions;

	private final Cycles cycles;

	private final Schemes schemes;

	ExclusionsController(Exclusions exclusions, Cycles cycles, Schemes schemes) {
		this.exclusions = exclusions;
		this.cycles = cycles;
		this.schemes = schemes;
	}

	@GetMapping
	String list(@PathVariable String code, Model model) {
		Cycle cycle = this.cycles.byCode(code);
		model.addAttribute("cycle", cycle);
		model.addAttribute("deciding", cycle.phase() != Phase.PUBLISHED);
		model.addAttribute("proposals", this.exclusions.of(cycle.id()));
		model.addAttribute("units",
				this.cycles.participants(cycle.id())
					.stream()
					.collect(Collectors.toMap(Participant::unit, Function.identity())));
		model.addAttribute("channels", channels(cycle));
		model.addAttribute("signals", Signal.values());
		return "intake/ballot/exclusions";
	}

	@GetMapping("/new")
	String propose(@PathVariable String code, @RequestParam String channel, @RequestParam String unit,
			@RequestParam int signals, Model model) {
		model.addAttribute("form", new Form(channel, unit, signals, "", ""));
		return page(code, channel, unit, signals, model);
	}

	@PostMapping
	String propose(@PathVariable String code, @Valid @ModelAttribute("form") Form form, BindingResult errors,
			Model model, RedirectAttributes redirect) {
		Cycle cycle = this.cycles.byCode(code);
		NewExclusion proposal = new NewExclusion(cycle.id(), form.channel(), unit(cycle, form.unit()).unit(),
				form.signals(), form.reason(), form.evidence());
		return Forms.accepts(errors, () -> this.exclusions.propose(proposal))
				? done(code, "ballot.exclusion.proposed", redirect)
				: page(code, form.channel(), form.unit(), form.signals(), model);
	}

	@PostMapping("/{id}/approval")
	@Reauthenticated("audit.act.ballot.apartApproved")
	String approve(@PathVariable String code, @PathVariable long id, @RequestParam(defaultValue = "") String seen,
			RedirectAttributes redirect) {
		this.exclusions.approve(this.cycles.byCode(code).id(), new SeenProposal(id, seen));
		return done(code, "ballot.exclusion.approved", redirect);
	}

	@PostMapping("/{id}/rejection")
	String reject(@PathVariable String code, @PathVariable long id, @RequestParam(defaultValue = "") String seen,
			RedirectAttributes redirect) {
		this.exclusions.reject(this.cycles.byCode(code).id(), new SeenProposal(id, seen));
		return done(code, "ballot.exclusion.rejected", redirect);
	}

	@PostMapping("/{id}/withdrawal")
	String withdraw(@PathVariable String code, @PathVariable long id, RedirectAttributes redirect) {
		this.exclusions.withdraw(this.cycles.byCode(code).id(), id);
		return done(code, "ballot.exclusion.withdrawn", redirect);
	}

	private String page(String code, String channel, String unit, int signals, Model model) {
		Cycle cycle = this.cycles.byCode(code);
		model.addAttribute("cycle", cycle);
		model.addAttribute("unit", unit(cycle, unit));
		model.addAttribute("channel", channels(cycle).getOrDefault(channel, null));
		model.addAttribute("carried", Stream.of(Signal.values()).filter((signal) -> signal.in(signals)).toList());
		return "intake/ballot/newexclusion";
	}

	private Map<String, Channel> channels(Cycle cycle) {
		List<Channel> channels = this.schemes.rules(cycle.schemeVersion()).channels();
		return channels.stream().collect(Collectors.toMap(Channel::code, Function.identity()));
	}

	private Participant unit(Cycle cycle, String code) {
		return Participant.of(this.cycles.participants(cycle.id()), code)
			.orElseThrow(() -> Refusal.notFound("ballot.exclusion.unknown"));
	}

	private static String done(String code, String notice, RedirectAttributes redirect) {
		redirect.addFlashAttribute("notice", notice);
		redirect.addAttribute("code", code);
		return "redirect:/desk/cycles/{code}/apart";
	}

	/** What is typed to propose; channel, unit and signals come with the page. */
	record Form(String channel, String unit, int signals,
			@NotBlank(message = "{ballot.exclusion.reason.needed}") @Size(max = 500,
					message = "{ballot.exclusion.reason.needed}") @Reason String reason,
			@NotBlank(message = "{ballot.exclusion.evidence.needed}") @Size(max = 2000,
					message = "{ballot.exclusion.evidence.needed}") String evidence) {
	}

}
