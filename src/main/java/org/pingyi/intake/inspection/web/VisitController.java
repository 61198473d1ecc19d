package org.pingyi.intake.inspection.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.pingyi.base.audit.SeenProposal;
import org.pingyi.base.web.Forms;
import org.pingyi.intake.inspection.Checklist;
import org.pingyi.intake.inspection.Findings;
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
		return page(checklist, VisitNotes.of(checklist), List.of(), model);
	}

	@PostMapping("/visits/{id}")
	String save(@PathVariable long id, @RequestParam Map<String, String> sent, Model model,
			RedirectAttributes redirect) {
		Checklist checklist = this.visits.checklist(id);
		VisitNotes typed = VisitNotes.of(checklist.form(), sent);
		List<Item> faulty = typed.faulty(checklist.form());
		if (!faulty.isEmpty()) {
			return Forms.again(page(checklist, typed, faulty, model), model);
		}
		this.visits.save(id, typed.notes(checklist.form()));
		if (sent.containsKey("finish")) {
			return "redirect:/inspect/visits/" + id + "/submission";
		}
		redirect.addFlashAttribute("notice", "inspection.saved");
		return "redirect:/inspect/visits/" + id;
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

	private static String page(Checklist checklist, VisitNotes typed, List<Item> faulty, Model model) {
		model.addAttribute("checklist", checklist);
		model.addAttribute("typed", typed);
		model.addAttribute("faulty", faulty);
		return "intake/inspection/checklist";
	}

}
