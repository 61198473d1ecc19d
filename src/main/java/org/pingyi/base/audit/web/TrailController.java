package org.pingyi.base.audit.web;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.pingyi.base.audit.AlterationSource;
import org.pingyi.base.audit.Audit;
import org.pingyi.base.audit.ChainState;
import org.pingyi.base.audit.ChainedEntry;
import org.pingyi.base.audit.Entry;
import org.pingyi.base.audit.FoundEntries;
import org.pingyi.base.audit.TrailCheck;
import org.pingyi.base.audit.TrailChecks;

import org.springframework.context.MessageSource;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The auditor's view of the trail and of its chain. */
@Controller
class TrailController {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

	/** Who acts without having signed in. */
	private static final String STRANGER = "public";

	private static final int PAGE = 50;

	private final Audit audit;

	private final TrailChecks checks;

	private final List<AlterationSource> sources;

	private final Clock clock;

	private final MessageSource messages;

	TrailController(Audit audit, TrailChecks checks, List<AlterationSource> sources, Clock clock,
			MessageSource messages) {
		this.audit = audit;
		this.checks = checks;
		this.sources = sources;
		this.clock = clock;
		this.messages = messages;
	}

	@GetMapping("/audit/trail")
	String trail(@RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "0") long before,
			Pageable page, Locale locale, Model model) {
		TrailCheck check = this.checks.look();
		model.addAttribute("chain", check.state());
		model.addAttribute("whole", time(check.whole()));
		model.addAttribute("altered", this.sources.stream().flatMap((source) -> source.altered().stream()).toList());
		model.addAttribute("text", text);
		List<ChainedEntry> shown = text.isBlank() ? list(page.getPageNumber(), model)
				: search(text, before, locale, model);
		model.addAttribute("brokenAt", brokenAt(check.state(), shown));
		model.addAttribute("rows", shown.stream().map(this::row).toList());
		return "base/audit/trail";
	}

	private List<ChainedEntry> list(int number, Model model) {
		Page<ChainedEntry> page = this.audit.entries(PageRequest.of(number, PAGE));
		model.addAttribute("page", page);
		return page.getContent();
	}

	private List<ChainedEntry> search(String text, long before, Locale locale, Model model) {
		FoundEntries found = this.audit.search(text, shownAs(text, locale), before, PAGE);
		model.addAttribute("found", found);
		return found.entries();
	}

	/** Where the chain breaks; what is shown is looked at anew. */
	private static long brokenAt(ChainState state, List<ChainedEntry> shown) {
		return (state.brokenAt() > 0) ? state.brokenAt()
				: shown.stream()
					.filter((link) -> !link.intact())
					.mapToLong((link) -> link.entry().id())
					.min()
					.orElse(0);
	}

	/**
	 * The acts, and the actor without a name, that this reader sees in words with the
	 * text.
	 */
	private List<String> shownAs(String text, Locale locale) {
		Map<String, String> labels = new HashMap<>();
		this.audit.acts().forEach((act) -> labels.put(act, label("audit.act." + act, locale)));
		labels.put(STRANGER, label("audit.actor." + STRANGER, locale));
		String sought = text.strip().toLowerCase(locale);
		return labels.entrySet()
			.stream()
			.filter((label) -> label.getValue().toLowerCase(locale).contains(sought))
			.map(Map.Entry::getKey)
			.toList();
	}

	private String label(String key, Locale locale) {
		return Objects.requireNonNullElse(this.messages.getMessage(key, null, "", locale), "");
	}

	private Row row(ChainedEntry link) {
		return new Row(link.entry(), time(link.entry().at()));
	}

	private String time(Instant at) {
		return TIME.format(at.atZone(this.clock.getZone()));
	}

	/** An entry with its time in the city. */
	record Row(Entry entry, String time) {
	}

}
