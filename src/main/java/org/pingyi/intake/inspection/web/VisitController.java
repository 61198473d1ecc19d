package org.pingyi.intake.inspection.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.pingyi.base.audit.SeenProposal;
import org.pingyi.base.web.Forms;
import org.pingyi.intake.ballot.form.BallotForm;
import org.pingyi.intake.inspection.Checklist;
import org.pingyi.intake.inspection.Findings;
import org.pingyi.intake.inspection.JoinedNotes;
import org.pingyi.intake.inspection.Visit;
import org.pingyi.intake.inspection.Visits;
import org.pingyi.rules.scoring.Item;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An inspector's tablet: own visits, the checklist of one, its submission. */
@Controller
@RequestMapping("/inspect")
class VisitController {

	private final Visits visits;

	private final Findings findings;

	private final Clock clock;

	VisitController(Visits visits, Findings findings, Clock clock) {
		this.visits = visits;
		this.findings = findings;
		this.clock = clock;
	}

	@GetMapping
	String mine(Model model) {
		List<Visit> mine = this.visits.mine();
		LocalDate today = LocalDate.now(this.clock);
		model.addAttribute("due",
				mine.stream().filter((visit) -> visit.open() && !visit.plannedOn().isAfter(today)).toList());
		model.addAttribute("later",
				mine.stream().filter((visit) -> visit.open() && visit.plannedOn().isAfter(today)).toList());
		model.addAttribute("done", mine.stream().filter((visit) -> !visit.open()).toList());
		return "intake/inspection/mine";
	}

	@GetMapping("/visits/{id}")
	String checklist(@PathVariable long id, Model model) {
		Checklist checklist = this.visits.checklist(id);
		if (!checklist.visit().open()) {
			model.addAttribute("visit", checklist.visit());
			model.addAttribute("findings", this.findings.ofVisit(id));
			return "intake/inspection/done";
		}
		VisitNotes kept = VisitNotes.of(checklist.form(), checklist.notes());
		return page(checklist, kept, kept, List.of(), model);
	}

	@PostMapping("/visits/{id}")
	String save(@PathVariable long id, @RequestParam Map<String, String> sent, Model model,
			RedirectAttributes redirect) {
		Checklist checklist = this.visits.checklist(id);
		BallotForm form = checklist.form();
		VisitNotes seen = VisitNotes.seen(form, sent);
		VisitNotes typed = VisitNotes.typed(form, sent);
		List<Item> faulty = typed.faulty(form);
		if (!faulty.isEmpty()) {
			return Forms.again(page(checklist, seen, typed, faulty, model), model);
		}
		JoinedNotes joined = this.visits.save(id, seen.notes(form), typed.notes(form));
		if (!joined.agreed()) {
			return Forms.again(disputed(checklist, joined, model), model);
		}
		redirect.addFlashAttribute("notice", joined.amended() ? "inspection.joined" : "inspection.saved");
		return "redirect:/inspect/visits/" + id + (sent.containsKey("finish") ? "/submission" : "");
	}

	/** Shows both, and what is kept now is what the page has seen from now on. */
	private static String disputed(Checklist checklist, JoinedNotes joined, Model model) {
		model.addAttribute("joined", joined);
		return page(checklist, VisitNotes.of(checklist.form(), joined.kept()),
				VisitNotes.of(checklist.form(), joined.notes()), List.of(), model);
	}

	@GetMapping("/visits/{id}/submission")
	String confirm(@PathVariable long id, Model model) {
		model.addAttribute("checklist", this.visits.checklist(id));
		model.addAttribute("key", UUID.randomUUID().toString());
		return "intake/inspection/submission";
	}

	@PostMapping("/visits/{id}/submission")
	String submit(@PathVariable long id, @RequestParam SeenProposal seen, @RequestParam(defaultValue = "") String key,
			RedirectAttributes redirect) {
		this.visits.submit(id, seen, key);
		redirect.addFlashAttribute("notice", "inspection.submitted");
		return "redirect:/inspect/visits/" + id;
	}

	private static String page(Checklist checklist, VisitNotes seen, VisitNotes typed, List<Item> faulty, Model model) {
		model.addAttribute("checklist", checklist);
		model.addAttribute("seen", seen);
		model.addAttribute("typed", typed);
		model.addAttribute("faulty", faulty);
		return "intake/inspection/checklist";
	}

}
