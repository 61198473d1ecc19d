package org.pingyi.base.audit.web;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;

import org.pingyi.base.audit.AlterationSource;
import org.pingyi.base.audit.Audit;
import org.pingyi.base.audit.Entry;
import org.pingyi.base.audit.KeptTrail;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PageableDefault;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The auditor's view of the trail and of its chain. */
@Controller
class TrailController {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

	private final Audit audit;

	private final List<AlterationSource> sources;

	private final Clock clock;

	private final ObjectProvider<KeptTrail> kept;

	TrailController(Audit audit, List<AlterationSource> sources, Clock clock, ObjectProvider<KeptTrail> kept) {
		this.kept = kept;
		this.audit = audit;
		this.sources = sources;
		this.clock = clock;
	}

	@GetMapping("/audit/trail")
	String trail(@RequestParam(defaultValue = "") String text, @PageableDefault(size = 50) Pageable page, Model model) {
		model.addAttribute("page", this.audit.entries(text, page).map(this::row));
		model.addAttribute("chain",
				this.audit.verify(this.kept.orderedStream().flatMap((trail) -> trail.entries().stream()).toList()));
		model.addAttribute("altered", this.sources.stream().flatMap((source) -> source.altered().stream()).toList());
		model.addAttribute("text", text);
		return "base/audit/trail";
	}

	private Row row(Entry entry) {
		return new Row(entry, TIME.format(entry.at().atZone(this.clock.getZone())));
	}

	/** An entry with its time in the city. */
	record Row(Entry entry, String time) {
	}

}
