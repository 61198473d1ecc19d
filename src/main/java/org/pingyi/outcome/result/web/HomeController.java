package org.pingyi.outcome.result.web;

import org.pingyi.outcome.result.Results;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Phase;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The city's front page: the year that asks for opinions, and the newest ranking. */
@Controller
class HomeController {

	private final Results results;

	private final Cycles cycles;

	HomeController(Results results, Cycles cycles) {
		this.results = results;
		this.cycles = cycles;
	}

	@GetMapping("/")
	String home(Model model) {
		model.addAttribute("current", this.cycles.current().orElse(null));
		model.addAttribute("counting",
				this.cycles.all().stream().filter(HomeController::counting).findFirst().orElse(null));
		this.results.publishedCycles()
			.stream()
			.findFirst()
			.ifPresent((cycle) -> model.addAttribute("standings", this.results.published(cycle.id())));
		return "outcome/result/home";
	}

	private static boolean counting(Cycle cycle) {
		return cycle.phase().reached(Phase.CLOSING) && cycle.phase() != Phase.PUBLISHED;
	}

}
