package org.pingyi.intake.ballot.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.pingyi.intake.ballot.Ballots;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Participant;
import org.pingyi.rules.cycle.Phase;
import org.pingyi.rules.scheme.Schemes;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows the office how many ballots came in, and nothing else about them. */
@Controller
class ParticipationController {

	private final Cycles cycles;

	private final Schemes schemes;

	private final Ballots ballots;

	ParticipationController(Cycles cycles, Schemes schemes, Ballots ballots) {
		this.cycles = cycles;
		this.schemes = schemes;
		this.ballots = ballots;
	}

	@GetMapping("/desk/participation")
	String show(@RequestParam(name = "cycle", required = false) @Nullable String code,
			@RequestParam(defaultValue = "") String q, Pageable page, Model model) {
		model.addAttribute("cycles", this.cycles.all());
		model.addAttribute("q", q);
		this.cycles.chosen(code).ifPresent((cycle) -> fill(cycle, q.strip(), page.getPageNumber(), model));
		return "intake/ballot/participation";
	}

	private void fill(Cycle cycle, String words, int number, Model model) {
		List<Participant> units = this.cycles.participants(cycle.id())
			.stream()
			.filter((unit) -> matches(unit, words))
			.toList();
		Page<Participant> page = ParticipantPages.page(units, number);
		model.addAttribute("cycle", cycle);
		model.addAttribute("closed", cycle.phase().reached(Phase.CLOSED));
		model.addAttribute("page", page);
		model.addAttribute("waiting", this.ballots.waiting(cycle.id()));
		model.addAttribute("table", ParticipationTable.of(this.schemes.rules(cycle.schemeVersion()), units,
				page.getContent(), this.ballots.participation(cycle.id())));
	}

	private static boolean matches(Participant unit, String words) {
		return unit.name().contains(words) || unit.shortName().contains(words) || unit.code().equalsIgnoreCase(words);
	}

}
