package org.pingyi.outcome.result.web;

import java.util.Locale;

import org.pingyi.outcome.result.Card;
import org.pingyi.outcome.result.Results;
import org.pingyi.outcome.result.narrative.Narrative;
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

	private final Narrative narrative;

	PublishedResultsController(Results results, Cycles cycles, Narrative narrative) {
		this.results = results;
		this.cycles = cycles;
		this.narrative = narrative;
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
	String card(@PathVariable("cycle") String code, @PathVariable String unit, Model model, Locale locale) {
		Card card = this.results.publishedCard(this.cycles.byCode(code).id(), unit);
		model.addAttribute("card", card);
		model.addAttribute("narrative", this.narrative.of(card, locale));
		return "outcome/result/publiccard";
	}

}
