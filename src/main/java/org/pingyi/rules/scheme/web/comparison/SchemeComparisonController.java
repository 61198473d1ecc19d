package org.pingyi.rules.scheme.web.comparison;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.pingyi.rules.scheme.comparison.SchemeComparison;
import org.pingyi.rules.scheme.web.SchemeEditions;
import org.pingyi.rules.scheme.web.SchemeEditions.Edition;
import org.pingyi.rules.scoring.Rules;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What differs between two versions, or between a version and a draft. */
@Controller
class SchemeComparisonController {

	private final SchemeEditions editions;

	private final MessageSource messages;

	SchemeComparisonController(SchemeEditions editions, MessageSource messages) {
		this.editions = editions;
		this.messages = messages;
	}

	@GetMapping("/desk/schemes/comparison")
	String compare(@RequestParam(required = false) @Nullable String from,
			@RequestParam(required = false) @Nullable String to, Model model, Locale locale) {
		List<Edition> all = this.editions.all();
		model.addAttribute("editions", all);
		String later = (to != null) ? to : latest(all).map(Edition::key).orElse(null);
		String earlier = (from != null || later == null) ? from : before(all, later);
		model.addAttribute("from", earlier);
		model.addAttribute("to", later);
		if (earlier != null && later != null) {
			model.addAttribute("sections", sections(this.editions.rules(earlier), this.editions.rules(later), locale));
		}
		return "rules/scheme/comparison";
	}

	/** The draft of the newest version, or else whatever draft there is. */
	private static Optional<Edition> latest(List<Edition> all) {
		long scheme = all.stream().findFirst().map(Edition::scheme).orElse(0L);
		return all.stream()
			.filter(Edition::draft)
			.filter((edition) -> edition.scheme() == scheme)
			.findFirst()
			.or(() -> all.stream().filter(Edition::draft).findFirst());
	}

	private @Nullable String before(List<Edition> all, String later) {
		return all.stream()
			.filter((edition) -> edition.key().equals(later))
			.findFirst()
			.flatMap(this.editions::before)
			.map(Edition::key)
			.orElse(null);
	}

	private List<ComparisonWords.Section> sections(Rules before, Rules after, Locale locale) {
		return new ComparisonWords(this.messages, locale, before, after)
			.sections(SchemeComparison.of(before, after).changes());
	}

}
