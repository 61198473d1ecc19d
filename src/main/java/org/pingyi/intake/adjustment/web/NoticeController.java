package org.pingyi.intake.adjustment.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.pingyi.intake.adjustment.BonusNotice;
import org.pingyi.intake.adjustment.BonusNotices;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Participant;
import org.pingyi.rules.cycle.Phase;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The bonuses on notice, as all units and the office see them. */
@Controller
class NoticeController {

	private final BonusNotices notices;

	private final Cycles cycles;

	NoticeController(BonusNotices notices, Cycles cycles) {
		this.notices = notices;
		this.cycles = cycles;
	}

	@GetMapping("/unit/claims/notices")
	String forUnits(@RequestParam(required = false) @Nullable String cycle, Model model) {
		fill(this.cycles.chosen(cycle).filter((chosen) -> chosen.phase().reached(Phase.ANNOUNCED)), model);
		return "intake/adjustment/notices";
	}

	@GetMapping("/desk/adjustments/notices")
	String forOffice(@RequestParam(required = false) @Nullable String cycle, Model model) {
		fill(this.cycles.chosen(cycle), model);
		return "intake/adjustment/desknotices";
	}

	private void fill(Optional<Cycle> cycle, Model model) {
		model.addAttribute("cycle", cycle.orElse(null));
		model.addAttribute("rows", cycle.map(this::rows).orElse(List.of()));
	}

	private List<Row> rows(Cycle cycle) {
		Map<Long, String> names = this.cycles.participants(cycle.id())
			.stream()
			.collect(Collectors.toMap(Participant::unit, Participant::name));
		return this.notices.of(cycle.id())
			.stream()
			.map((notice) -> new Row(notice, names.getOrDefault(notice.unit(), "")))
			.toList();
	}

	/** A notice with the name of its unit. */
	record Row(BonusNotice it, String unit) {
	}

}
