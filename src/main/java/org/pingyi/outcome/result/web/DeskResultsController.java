package org.pingyi.outcome.result.web;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.web.Reauthenticated;
import org.pingyi.intake.adjustment.BonusNotices;
import org.pingyi.intake.ballot.Ballots;
import org.pingyi.intake.ballot.tally.Participation;
import org.pingyi.outcome.result.Card;
import org.pingyi.outcome.result.Objections;
import org.pingyi.outcome.result.Results;
import org.pingyi.outcome.result.Run;
import org.pingyi.outcome.result.RunId;
import org.pingyi.outcome.result.narrative.Narrative;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleId;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Phase;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The office counts a year, shows the draft to the units and publishes it. */
@Controller
class DeskResultsController {

	private final Results results;

	private final Objections objections;

	private final Ballots ballots;

	private final BonusNotices notices;

	private final Cycles cycles;

	private final Narrative narrative;

	private final LineOrigins origins;

	DeskResultsController(Results results, Objections objections, Ballots ballots, BonusNotices notices, Cycles cycles,
			Narrative narrative, LineOrigins origins) {
		this.results = results;
		this.objections = objections;
		this.ballots = ballots;
		this.notices = notices;
		this.cycles = cycles;
		this.narrative = narrative;
		this.origins = origins;
	}

	@GetMapping("/desk/results")
	String list(@RequestParam(name = "cycle", required = false) @Nullable String code, Model model) {
		model.addAttribute("cycles", this.cycles.all());
		this.cycles.chosen(code).ifPresent((cycle) -> describe(cycle, model));
		return "outcome/result/list";
	}

	private void describe(Cycle cycle, Model model) {
		model.addAttribute("cycle", cycle);
		model.addAttribute("ballots", ballots(cycle));
		model.addAttribute("open", this.objections.open(cycle.id()));
		model.addAttribute("uncounted", this.objections.uncounted(cycle.id()));
		model.addAttribute("onNotice", this.notices.of(cycle.id()).size());
		List<Run> runs = this.results.runs(cycle.id());
		model.addAttribute("runs", runs);
		if (!runs.isEmpty() && cycle.phase().reached(Phase.CLOSED)) {
			model.addAttribute("standings", this.results.draft(cycle.id()));
		}
	}

	private long ballots(Cycle cycle) {
		return this.ballots.participation(cycle.id()).stream().mapToLong(Participation::ballots).sum();
	}

	@GetMapping("/desk/results/{cycle}/{unit}")
	String card(@PathVariable("cycle") String code, @PathVariable String unit, Model model, Locale locale) {
		Card card = this.results.draftCard(this.cycles.byCode(code).id(), unit);
		model.addAttribute("card", card);
		model.addAttribute("origins", this.origins.of(card));
		model.addAttribute("narrative", this.narrative.of(card, locale));
		return "outcome/result/scorecard";
	}

	@PostMapping("/desk/results/{cycle}/runs")
	@Reauthenticated("audit.act.result.counted")
	String count(@PathVariable("cycle") String code, RedirectAttributes redirect) {
		Run run = this.results.count(this.cycles.byCode(code).id());
		redirect.addFlashAttribute("noticeArgs", new Object[] { run.number() });
		return done(code, "result.done.counted", redirect);
	}

	@PostMapping("/desk/results/{cycle}/notice")
	@Reauthenticated("audit.act.result.noticed")
	String notice(@PathVariable("cycle") String code, RedirectAttributes redirect) {
		this.results.notice(this.cycles.byCode(code).id());
		return done(code, "result.done.noticed", redirect);
	}

	@PostMapping("/desk/results/{cycle}/publication")
	@Reauthenticated("audit.act.result.published")
	String publish(@PathVariable("cycle") String code, @RequestParam long run, RedirectAttributes redirect) {
		this.results.publish(CycleId.of(this.cycles.byCode(code)), new RunId(run));
		return done(code, "result.done.published", redirect);
	}

	private static String done(String code, String notice, RedirectAttributes redirect) {
		redirect.addFlashAttribute("notice", notice);
		redirect.addAttribute("cycle", code);
		return "redirect:/desk/results";
	}

}
