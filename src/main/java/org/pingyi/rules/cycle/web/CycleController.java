package org.pingyi.rules.cycle.web;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.web.Reauthenticated;
import org.pingyi.rules.cycle.Acknowledgement;
import org.pingyi.rules.cycle.Announcements;
import org.pingyi.rules.cycle.ClosingProgress;
import org.pingyi.rules.cycle.Closings;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Phase;
import org.pingyi.rules.cycle.Step;
import org.pingyi.rules.scheme.Schemes;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The years on the desk: their list, where each stands, and the steps that move it on.
 */
@Controller
@RequestMapping("/desk/cycles")
class CycleController {

	/** A small year is closed by then; a larger one shows how far it is. */
	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private final Cycles cycles;

	private final Closings closings;

	private final Announcements announcements;

	private final Schemes schemes;

	CycleController(Cycles cycles, Closings closings, Announcements announcements, Schemes schemes) {
		this.cycles = cycles;
		this.closings = closings;
		this.announcements = announcements;
		this.schemes = schemes;
	}

	@GetMapping
	String list(Model model) {
		model.addAttribute("cycles", this.cycles.all());
		return "rules/cycle/list";
	}

	@GetMapping("/{code}")
	String show(@PathVariable String code, Model model) {
		Cycle cycle = this.cycles.byCode(code);
		model.addAttribute("cycle", cycle);
		model.addAttribute("due", this.cycles.isDue(cycle));
		model.addAttribute("phases", Phase.values());
		model.addAttribute("closing", closing(cycle));
		model.addAttribute("steps", steps(cycle));
		model.addAttribute("scheme", this.schemes.version(cycle.schemeVersion()));
		model.addAttribute("participants", this.cycles.participants(cycle.id()).size());
		model.addAttribute("acknowledged", this.announcements.of(cycle.id()).size());
		return "rules/cycle/show";
	}

	private @Nullable ClosingProgress closing(Cycle cycle) {
		return (cycle.phase() == Phase.CLOSING) ? this.closings.progress(cycle.id()) : null;
	}

	private Map<Phase, Step> steps(Cycle cycle) {
		return this.cycles.steps(cycle.id()).stream().collect(Collectors.toMap(Step::phase, Function.identity()));
	}

	@GetMapping("/{code}/participants")
	String participants(@PathVariable String code, Model model) {
		Cycle cycle = this.cycles.byCode(code);
		model.addAttribute("cycle", cycle);
		model.addAttribute("participants", this.cycles.participants(cycle.id()));
		model.addAttribute("acknowledged", acknowledged(cycle));
		return "rules/cycle/participants";
	}

	private Map<Long, Acknowledgement> acknowledged(Cycle cycle) {
		return this.announcements.of(cycle.id())
			.stream()
			.collect(Collectors.toMap(Acknowledgement::unit, Function.identity()));
	}

	@PostMapping("/{code}/announcement")
	String announce(@PathVariable String code, RedirectAttributes redirect) {
		this.cycles.announce(this.cycles.byCode(code).id());
		return done(code, "cycle.done.ANNOUNCED", redirect);
	}

	@PostMapping("/{code}/opening")
	String open(@PathVariable String code, RedirectAttributes redirect) {
		this.cycles.open(this.cycles.byCode(code).id());
		return done(code, "cycle.done.OPENED", redirect);
	}

	@PostMapping("/{code}/closure")
	@Reauthenticated("audit.act.cycle.closed")
	String close(@PathVariable String code, RedirectAttributes redirect) {
		long cycle = this.cycles.byCode(code).id();
		this.cycles.close(cycle);
		this.closings.finishWithin(cycle, PATIENCE);
		return done(code, "cycle.done." + this.cycles.byId(cycle).phase(), redirect);
	}

	private static String done(String code, String notice, RedirectAttributes redirect) {
		redirect.addFlashAttribute("notice", notice);
		redirect.addAttribute("code", code);
		return "redirect:/desk/cycles/{code}";
	}

}
