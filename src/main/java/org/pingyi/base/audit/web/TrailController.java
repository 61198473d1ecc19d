package org.pingyi.base.audit.web;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.pingyi.base.audit.AlterationSource;
import org.pingyi.base.audit.Audit;
import org.pingyi.base.audit.Entry;
import org.pingyi.base.audit.KeptTrail;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
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

	/** Who acts without having signed in. */
	private static final String STRANGER = "public";

	private final Audit audit;

	private final List<AlterationSource> sources;

	private final Clock clock;

	private final ObjectProvider<KeptTrail> kept;

	private final MessageSource messages;

	TrailController(Audit audit, List<AlterationSource> sources, Clock clock, ObjectProvider<KeptTrail> kept,
			MessageSource messages) {
		this.kept = kept;
		this.messages = messages;
		this.audit = audit;
		this.sources = sources;
		this.clock = clock;
	}

	@GetMapping("/audit/trail")
	String trail(@RequestParam(defaultValue = "") String text, @PageableDefault(size = 50) Pageable page, Locale locale,
			Model model) {
		model.addAttribute("page", this.audit.entries(text, shownAs(text, locale), page).map(this::row));
		model.addAttribute("chain",
				this.audit.verify(this.kept.orderedStream().flatMap((trail) -> trail.entries().stream()).toList()));
		model.addAttribute("altered", this.sources.stream().flatMap((source) -> source.altered().stream()).toList());
		model.addAttribute("text", text);
		return "base/audit/trail";
	}

	/**
	 * The acts, and the actor without a name, that this reader sees in words with the
	 * text.
	 */
	private List<String> shownAs(String text, Locale locale) {
		if (text.isBlank()) {
			return List.of();
		}
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

	private Row row(Entry entry) {
		return new Row(entry, TIME.format(entry.at().atZone(this.clock.getZone())));
	}

	/** An entry with its time in the city. */
	record Row(Entry entry, String time) {
	}

}
