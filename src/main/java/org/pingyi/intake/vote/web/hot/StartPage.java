package org.pingyi.intake.vote.web.hot;

import java.io.IOException;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Sends the first page of the vote, the same for everybody who reads the same language:
 * from memory, to be kept by browsers and proxies for a minute.
 */
@Component
public class StartPage {

	private static final String BY_ALL = "max-age=60, public";

	private static final String BY_ONE = "max-age=60, private";

	/** The language follows a cookie that only a choice sets (base/web/Language). */
	private static final String VARY = HttpHeaders.ACCEPT_ENCODING + ", " + HttpHeaders.COOKIE;

	private static final String HTML = "text/html;charset=UTF-8";

	private final BallotPage page;

	StartPage(BallotPage page) {
		this.page = page;
	}

	/** Sends it as it is for all who read the language. */
	void send(Locale locale, HttpServletRequest request, HttpServletResponse response) throws IOException {
		send(BY_ALL, this.page.in(locale), request, response);
	}

	/** Sends it along with a cookie, which is nobody else's. */
	void sendToOne(Locale locale, HttpServletRequest request, HttpServletResponse response) throws IOException {
		send(BY_ONE, this.page.in(locale), request, response);
	}

	private static void send(String kept, RenderedPage page, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		response.setHeader(HttpHeaders.CACHE_CONTROL, kept);
		response.setHeader(HttpHeaders.VARY, VARY);
		response.setHeader(HttpHeaders.ETAG, page.tag());
		if (header(request, HttpHeaders.IF_NONE_MATCH).contains(page.tag())) {
			response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
			return;
		}
		boolean zip = header(request, HttpHeaders.ACCEPT_ENCODING).contains("gzip");
		if (zip) {
			response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
		}
		byte[] body = zip ? page.zipped() : page.plain();
		response.setContentType(HTML);
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
	}

	private static String header(HttpServletRequest request, String name) {
		String value = request.getHeader(name);
		return (value != null) ? value : "";
	}

}
