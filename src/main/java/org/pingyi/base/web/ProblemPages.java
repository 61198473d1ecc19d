package org.pingyi.base.web;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The pages that say what went wrong and what to do, in the frame of where it went wrong,
 * with a way back for whoever is signed in; for htmx the same as a fragment that is put
 * above the page in view.
 */
@Component
class ProblemPages {

	private static final Logger log = LoggerFactory.getLogger(ProblemPages.class);

	private static final List<Integer> NAMED = List.of(400, 403, 404, 405, 409, 413, 415, 429, 503);

	private static final String RETRY_SECONDS = "5";

	/** Without the characters that are taken for one another when read out. */
	private static final String CHARACTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

	private final Random random = new SecureRandom();

	/**
	 * A crowd that is turned away says the same: a line now and then tells the operator.
	 */
	private final Bucket outages = Bucket.builder()
		.addLimit((limit) -> limit.capacity(5).refillGreedy(5, Duration.ofMinutes(1)))
		.build();

	private final MessageSource messages;

	private final Navigation navigation;

	private final Frame frame;

	private final WayBack wayBack;

	ProblemPages(MessageSource messages, Navigation navigation, Frame frame, WayBack wayBack) {
		this.messages = messages;
		this.navigation = navigation;
		this.frame = frame;
		this.wayBack = wayBack;
	}

	/** What was refused, and what to do. */
	ModelAndView refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
		String title = text(refusal.key(), refusal.arguments());
		String next = text(refusal.key() + ".next", refusal.arguments());
		refusal.headers().forEach((name, values) -> response.setHeader(name, values.getFirst()));
		return page("refusal", refusal.status(), (title != null) ? title : text("web.refused"), next, request,
				response);
	}

	/** A status that the server gives by itself, such as 404. */
	ModelAndView failed(HttpStatusCode status, HttpServletRequest request, HttpServletResponse response) {
		String key = NAMED.contains(status.value()) ? "web.error." + status.value() : "web.error.400";
		return page("refusal", status, text(key), text(key + ".next"), request, response);
	}

	/**
	 * The database is unavailable for a while: nothing was lost, and trying again helps.
	 */
	ModelAndView unavailable(Throwable cause, HttpServletRequest request, HttpServletResponse response) {
		log.atLevel(this.outages.tryConsume(1) ? Level.WARN : Level.DEBUG)
			.log("No database at {} {}: {}", request.getMethod(),
					request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE), cause.toString());
		return failed(HttpStatus.SERVICE_UNAVAILABLE, request, response);
	}

	/**
	 * What nobody expected: the reader gets a number under which the log tells the rest.
	 */
	ModelAndView unexpected(Throwable cause, HttpServletRequest request, HttpServletResponse response) {
		String number = number();
		log.error("Incident {} at {} {}", number, request.getMethod(),
				request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE), cause);
		return page("incident", HttpStatusCode.valueOf(500), text("web.error.500"), text("web.error.500.next"), request,
				response)
			.addObject("incident", number);
	}

	private ModelAndView page(String page, HttpStatusCode status, @Nullable String title, @Nullable String next,
			HttpServletRequest request, HttpServletResponse response) {
		boolean fragment = request.getHeader("HX-Request") != null;
		if (fragment) {
			response.setHeader("HX-Retarget", "#problem");
			response.setHeader("HX-Reswap", "innerHTML");
		}
		if (status.isSameCodeAs(HttpStatus.SERVICE_UNAVAILABLE)) {
			response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
		}
		response.addHeader(HttpHeaders.VARY, "HX-Request");
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		ModelAndView view = new ModelAndView("base/web/" + page + (fragment ? " :: problem" : ""));
		view.setStatus(status);
		if (this.frame.person() != null) {
			view.addObject("back", this.wayBack.of(request, status).orElse(null));
		}
		return view.addObject("title", title).addObject("next", next).addObject("frame", this.navigation.frame());
	}

	private @Nullable String text(String key, @Nullable Object... arguments) {
		return this.messages.getMessage(key, arguments, null, LocaleContextHolder.getLocale());
	}

	private String number() {
		String characters = IntStream.range(0, 8)
			.mapToObj((i) -> String.valueOf(CHARACTERS.charAt(this.random.nextInt(CHARACTERS.length()))))
			.collect(Collectors.joining());
		return characters.substring(0, 4) + "-" + characters.substring(4);
	}

}
