package org.pingyi.outcome.result.web;

import org.pingyi.outcome.result.Results;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Everybody reads the rankings and scorecards of published years. */
@Controller
class PublishedResultsController {

	private final Results results;

	private final Cycles cycles;

	PublishedResultsController(Results results, Cycles cycles) {
		this.results = results;
		this.cycles = cycles;
	}

	/** The newest ranking, or the home page while there is none. */
	@GetMapping("/results")
	String newest() {
		return this.results.publishedCycles()
			.stream()
			.findFirst()
			.map((cycle) -> "redirect:/results/" + cycle.code())
			.orElse("redirect:/");
	}

	@GetMapping("/results/{cycle}")
	String ranking(@PathVariable("cycle") String code, Model model) {
		Cycle cycle = this.cycles.byCode(code);
		model.addAttribute("standings", this.results.published(cycle.id()));
		model.addAttribute("cycles", this.results.publishedCycles());
		return "outcome/result/ranking";
	}

	@GetMapping("/results/{cycle}/{unit}")
	String card(@PathVariable("cycle") String code, @PathVariable String unit, Model model) {
		model.addAttribute("card", this.results.publishedCard(this.cycles.byCode(code).id(), unit));
		return "outcome/result/publiccard";
	}

}
