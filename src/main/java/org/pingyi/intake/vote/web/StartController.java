package org.pingyi.intake.vote.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The first page of the vote, the same for everybody who reads the same language: sent
 * from memory, and kept by browsers and proxies for a minute.
 */
@Controller
class StartController {

	private static final Duration KEPT = Duration.ofMinutes(1);

	private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

	private final BallotPage page;

	StartController(BallotPage page) {
		this.page = page;
	}

	@GetMapping("/vote")
	ResponseEntity<byte[]> start(Locale locale, @RequestParam(defaultValue = "") String lang,
			@RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String encodings) {
		RenderedPage rendered = this.page.in(locale);
		boolean zip = encodings.contains("gzip");
		ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
			.cacheControl(kept(lang))
			// The language follows a cookie that only a choice sets (base/web/Language).
			.varyBy(HttpHeaders.ACCEPT_ENCODING, HttpHeaders.COOKIE)
			.eTag(rendered.tag())
			.contentType(HTML);
		if (zip) {
			answer.header(HttpHeaders.CONTENT_ENCODING, "gzip");
		}
		return answer.body(zip ? rendered.zipped() : rendered.plain());
	}

	/** Whoever chooses a language gets a cookie, which is nobody else's. */
	private static CacheControl kept(String lang) {
		CacheControl kept = CacheControl.maxAge(KEPT);
		return lang.isEmpty() ? kept.cachePublic() : kept.cachePrivate();
	}

}
