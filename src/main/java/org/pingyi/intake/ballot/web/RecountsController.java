package org.pingyi.intake.ballot.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.pingyi.intake.ballot.recount.BallotRecount;
import org.pingyi.intake.ballot.recount.BallotRecounts;
import org.pingyi.intake.ballot.recount.DifferingBar;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Participant;
import org.pingyi.rules.scheme.Schemes;
import org.pingyi.rules.scoring.Channel;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The office has a closed year counted again from its ballots. */
@Controller
@RequestMapping("/desk/cycles/{code}/recounts")
class RecountsController {

	private final BallotRecounts recounts;

	private final Cycles cycles;

	private final Schemes schemes;

	private final Clock clock;

	RecountsController(BallotRecounts recounts, Cycles cycles, Schemes schemes, Clock clock) {
		this.recounts = recounts;
		this.cycles = cycles;
		this.schemes = schemes;
		this.clock = clock;
	}

	@GetMapping
	String list(@PathVariable String code, Model model) {
		Cycle cycle = this.cycles.byCode(code);
		List<BallotRecount> all = this.recounts.of(cycle.id());
		model.addAttribute("cycle", cycle);
		model.addAttribute("recounts", all);
		model.addAttribute("running", !all.isEmpty() && all.getFirst().running());
		model.addAttribute("bars", differing(all));
		model.addAttribute("units",
				this.cycles.participants(cycle.id())
					.stream()
					.collect(Collectors.toMap(Participant::unit, Participant::name)));
		model.addAttribute("channels", channels(cycle));
		model.addAttribute("zone", this.clock.getZone());
		return "intake/ballot/recounts";
	}

	/** Of the last one that came to its end. */
	private List<DifferingBar> differing(List<BallotRecount> all) {
		return all.stream().filter(BallotRecount::done).findFirst().map(this.recounts::differing).orElse(List.of());
	}

	private Map<String, Channel> channels(Cycle cycle) {
		return this.schemes.rules(cycle.schemeVersion())
			.channels()
			.stream()
			.collect(Collectors.toMap(Channel::code, Function.identity()));
	}

	@PostMapping
	String start(@PathVariable String code, RedirectAttributes redirect) {
		boolean started = this.recounts.start(this.cycles.byCode(code).id());
		redirect.addFlashAttribute("notice", started ? "ballot.recount.started" : "ballot.recount.already");
		redirect.addAttribute("code", code);
		return "redirect:/desk/cycles/{code}/recounts";
	}

}
