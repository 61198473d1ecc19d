package org.pingyi.base.web.kept;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.pingyi.base.web.Download;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRange;

/**
 * Sends a representation: nothing to whoever has it already, compressed to whoever takes
 * that, a range of a file to whoever goes on with it (RFC 9110, sections 13 and 14).
 */
public final class ConditionalResponse {

	private static final String TO_ALL = "max-age=60, public";

	private static final String TO_ONE = "max-age=60, private";

	/** The language follows a cookie that only a choice sets (base/web/Language). */
	private static final String VARY = HttpHeaders.ACCEPT_ENCODING + ", " + HttpHeaders.COOKIE;

	private static final String FOR_GOOD = "max-age=31536000, public, immutable";

	private static final String GZIP = "gzip";

	private static final Pattern NO_GZIP = Pattern.compile("gzip\\s*;\\s*q=0(\\.0*)?\\s*(,|$)");

	private final Representation content;

	private final HttpServletRequest request;

	private final HttpServletResponse response;

	private ConditionalResponse(Representation content, HttpServletRequest request, HttpServletResponse response) {
		this.content = content;
		this.request = request;
		this.response = response;
	}

	/** Sends it as it is for all who read the language. */
	public static void sendToAll(Representation content, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		new ConditionalResponse(content, request, response).send(TO_ALL);
	}

	/** Sends it along with a cookie, which is nobody else's. */
	public static void sendToOne(Representation content, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		new ConditionalResponse(content, request, response).send(TO_ONE);
	}

	/** Sends what its address names by its tag, the same in every language. */
	public static void sendForGood(Representation content, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		new ConditionalResponse(content, request, response).send(FOR_GOOD, HttpHeaders.ACCEPT_ENCODING);
	}

	private void send(String kept) throws IOException {
		send(kept, VARY);
	}

	private void send(String kept, String vary) throws IOException {
		this.response.setHeader(HttpHeaders.CACHE_CONTROL, kept);
		this.response.setHeader(HttpHeaders.VARY, vary);
		this.response.setHeader(HttpHeaders.ETAG, this.content.entityTag());
		if (isKnown()) {
			this.response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
			return;
		}
		this.response.setContentType(this.content.type());
		if (!this.content.fileName().isEmpty()) {
			Download.named(this.content.fileName())
				.forEach((header, values) -> this.response.setHeader(header, values.getFirst()));
		}
		if (this.content.zipped()) {
			sendText();
		}
		else {
			sendFile();
		}
	}

	/** Both forms carry the tag, and comparison is weak. */
	private boolean isKnown() {
		String known = header(HttpHeaders.IF_NONE_MATCH);
		return known.contains('"' + this.content.tag() + '"') || known.equals("*");
	}

	private void sendText() throws IOException {
		if (takesZipped()) {
			this.response.setHeader(HttpHeaders.CONTENT_ENCODING, GZIP);
			sendBytes(0, this.content.body().size());
			return;
		}
		this.response.setContentLengthLong(this.content.length());
		if (hasBody()) {
			this.content.writeUnpacked(this.response.getOutputStream());
		}
	}

	private boolean takesZipped() {
		String taken = header(HttpHeaders.ACCEPT_ENCODING);
		return taken.contains(GZIP) && !(taken.contains("q=0") && NO_GZIP.matcher(taken).find());
	}

	private void sendFile() throws IOException {
		this.response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
		long size = this.content.body().size();
		List<HttpRange> ranges = ranges();
		// Several at once would be an answer of several parts, which nobody needs to
		// give.
		if (ranges.size() == 1) {
			sendRange(ranges.getFirst(), size);
		}
		else {
			sendBytes(0, size);
		}
	}

	private List<HttpRange> ranges() {
		String asked = header(HttpHeaders.RANGE);
		String of = header(HttpHeaders.IF_RANGE);
		if (asked.isEmpty() || !(of.isEmpty() || of.equals(this.content.entityTag()))) {
			return List.of();
		}
		try {
			return HttpRange.parseRanges(asked);
		}
		catch (IllegalArgumentException ex) {
			return List.of();
		}
	}

	private void sendRange(HttpRange range, long size) throws IOException {
		long from = range.getRangeStart(size);
		if (from >= size) {
			this.response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + size);
			this.response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
			return;
		}
		long last = range.getRangeEnd(size);
		this.response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
		this.response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes " + from + "-" + last + "/" + size);
		sendBytes(from, last + 1);
	}

	private void sendBytes(long from, long to) throws IOException {
		this.response.setContentLengthLong(to - from);
		if (hasBody()) {
			OutputStream out = this.response.getOutputStream();
			this.content.body().write(from, to, out);
		}
	}

	private boolean hasBody() {
		return !HttpMethod.HEAD.matches(this.request.getMethod());
	}

	private String header(String name) {
		String value = this.request.getHeader(name);
		return (value != null) ? value : "";
	}

}
