package org.pingyi.outcome.result.web.published;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.pingyi.base.web.Refusal;
import org.pingyi.base.web.kept.ConditionalResponse;
import org.pingyi.base.web.kept.Representation;
import org.pingyi.outcome.result.Results;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Phase;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.UrlPathHelper;

/**
 * The front page, rankings, scorecards and files of published years, for whoever comes
 * with a question, such as another language, or asks for what is not published; all else
 * {@link PublishedFilter} answers.
 */
@Controller
class PublishedController {

	private final PublishedDocuments documents;

	private final Results results;

	private final Cycles cycles;

	PublishedController(PublishedDocuments documents, Results results, Cycles cycles) {
		this.documents = documents;
		this.results = results;
		this.cycles = cycles;
	}

	@GetMapping("/")
	void home(Locale locale, HttpServletRequest request, HttpServletResponse response) throws IOException {
		Optional<Representation> home = this.documents.findNow("/", locale);
		ConditionalResponse.sendToOne(home.orElseThrow(), request, response);
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

	@GetMapping({ "/results/{cycle}", "/results/{cycle}.csv", "/results/{cycle}.xlsx", "/results/{cycle}/recount",
			"/results/{cycle}/recount.zip", "/results/{cycle}/{unit}" })
	void document(@PathVariable String cycle, @PathVariable Optional<String> unit, Locale locale,
			HttpServletRequest request, HttpServletResponse response) throws IOException {
		Representation published = this.documents
			.findNow(UrlPathHelper.defaultInstance.getPathWithinApplication(request), locale)
			.orElseThrow(() -> missing(this.cycles.byCode(cycle), unit.orElse("")));
		ConditionalResponse.sendToOne(published, request, response);
	}

	private static Refusal missing(Cycle cycle, String unit) {
		return (cycle.phase() == Phase.PUBLISHED) ? Refusal.notFound("result.noCard", unit)
				: Refusal.notFound("result.notPublished", cycle.name());
	}

	@ExceptionHandler(PublishedDocuments.Busy.class)
	void busy(HttpServletResponse response) throws IOException {
		response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
	}

}
