package org.pingyi.intake.ballot.web;

import java.util.List;

import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Phase;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Shows everybody, while the vote runs and afterwards, how many ballots are where: of the
 * year that is open, or else of the last one that was.
 */
@Controller
class CountersController {

	private final Cycles cycles;

	private final CountersCache cache;

	CountersController(Cycles cycles, CountersCache cache) {
		this.cycles = cycles;
		this.cache = cache;
	}

	@GetMapping("/vote/counters")
	String counters(Model model) {
		List<Cycle> known = this.cycles.all().stream().filter((cycle) -> cycle.phase() != Phase.DRAFTED).toList();
		known.stream()
			.filter((cycle) -> cycle.phase() == Phase.OPENED)
			.findFirst()
			.or(() -> known.stream().filter((cycle) -> cycle.phase().reached(Phase.OPENED)).findFirst())
			.ifPresent((cycle) -> model.addAttribute("posted", this.cache.of(cycle)));
		known.stream().findFirst().ifPresent((cycle) -> model.addAttribute("newest", cycle));
		return "intake/ballot/counters";
	}

}
