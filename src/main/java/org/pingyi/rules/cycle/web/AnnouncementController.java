package org.pingyi.rules.cycle.web;

import java.util.Optional;

import org.pingyi.base.unit.Unit;
import org.pingyi.base.unit.Units;
import org.pingyi.rules.cycle.Announcements;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Participant;
import org.pingyi.rules.cycle.Phase;
import org.pingyi.rules.scheme.Schemes;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The liaison's home: what will be checked this year, and the unit's word that it was
 * read.
 */
@Controller
class AnnouncementController {

	private final Cycles cycles;

	private final Announcements announcements;

	private final Schemes schemes;

	private final Units units;

	AnnouncementController(Cycles cycles, Announcements announcements, Schemes schemes, Units units) {
		this.cycles = cycles;
		this.announcements = announcements;
		this.schemes = schemes;
		this.units = units;
	}

	@GetMapping("/unit")
	String home(@RequestParam(required = false) String cycle, Model model) {
		Unit own = this.units.own();
		model.addAttribute("unit", own);
		Optional<Cycle> chosen = this.cycles.chosen(cycle).filter((any) -> any.phase() != Phase.DRAFTED);
		chosen.ifPresent((announced) -> show(announced, own, model));
		return "rules/cycle/announcement";
	}

	private void show(Cycle cycle, Unit own, Model model) {
		model.addAttribute("cycle", cycle);
		model.addAttribute("cycles", this.cycles.all().stream().filter((any) -> any.phase() != Phase.DRAFTED).toList());
		model.addAttribute("rules", this.schemes.rules(cycle.schemeVersion()));
		model.addAttribute("participant", Participant.of(this.cycles.participants(cycle.id()), own.id()).orElse(null));
		model.addAttribute("acknowledgement",
				this.announcements.of(cycle.id())
					.stream()
					.filter((acknowledgement) -> acknowledgement.unit() == own.id())
					.findFirst()
					.orElse(null));
	}

	@PostMapping("/unit/acknowledgements")
	String acknowledge(@RequestParam String cycle, RedirectAttributes redirect) {
		this.announcements.acknowledge(this.cycles.byCode(cycle).id());
		redirect.addFlashAttribute("notice", "cycle.acknowledged");
		redirect.addAttribute("cycle", cycle);
		return "redirect:/unit";
	}

}
