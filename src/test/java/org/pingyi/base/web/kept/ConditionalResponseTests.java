package org.pingyi.base.web.kept;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.pingyi.Standalone;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/** What was made once is sent as far as the reader needs it. */
@Standalone
class ConditionalResponseTests {

	private static final byte[] TEXT = "市水务局".repeat(500).getBytes(StandardCharsets.UTF_8);

	private static final Representation PAGE = Representation.zipped(Representation.HTML, "", TEXT, "abc");

	private static final Representation FILE = Representation.file("application/zip", "year.zip",
			"0123456789".getBytes(StandardCharsets.US_ASCII), "def");

	private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");

	private MockHttpServletResponse send(Representation content) throws IOException {
		MockHttpServletResponse response = new MockHttpServletResponse();
		ConditionalResponse.sendToAll(content, this.request, response);
		return response;
	}

	@ParameterizedTest
	@ValueSource(strings = { "gzip", "gzip, deflate, br", "br;q=0, gzip;q=0.5" })
	void zipsForWhoeverTakesIt(String taken) throws IOException {
		this.request.addHeader("Accept-Encoding", taken);
		MockHttpServletResponse response = send(PAGE);
		assertThat(response.getHeader("Content-Encoding")).isEqualTo("gzip");
		assertThat(response.getContentAsByteArray().length).isEqualTo(response.getContentLength()).isLessThan(200);
		assertThat(new GZIPInputStream(new ByteArrayInputStream(response.getContentAsByteArray())).readAllBytes())
			.isEqualTo(TEXT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "br", "gzip;q=0", "br, gzip; q=0.0, deflate" })
	void unpacksForWhoeverDoesNot(String taken) throws IOException {
		this.request.addHeader("Accept-Encoding", taken);
		MockHttpServletResponse response = send(PAGE);
		assertThat(response.getHeader("Content-Encoding")).isNull();
		assertThat(response.getContentLength()).isEqualTo(TEXT.length);
		assertThat(response.getContentAsByteArray()).isEqualTo(TEXT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "W/\"abc\"", "\"abc\"", "\"x\", W/\"abc\"", "*" })
	void sendsNothingToWhoeverHasIt(String known) throws IOException {
		this.request.addHeader("If-None-Match", known);
		MockHttpServletResponse response = send(PAGE);
		assertThat(response.getStatus()).isEqualTo(304);
		assertThat(response.getContentAsByteArray()).isEmpty();
		assertThat(response.getHeader("ETag")).isEqualTo("W/\"abc\"");
		assertThat(response.getHeader("Vary")).isEqualTo("Accept-Encoding, Cookie");
	}

	@ParameterizedTest
	@CsvSource({ "bytes=0-3, 0123, bytes 0-3/10", "bytes=8-, 89, bytes 8-9/10", "bytes=-2, 89, bytes 8-9/10",
			"bytes=4-99, 456789, bytes 4-9/10" })
	void goesOnWithAFile(String range, String content, String said) throws IOException {
		this.request.addHeader("Range", range);
		MockHttpServletResponse response = send(FILE);
		assertThat(response.getStatus()).isEqualTo(206);
		assertThat(response.getContentAsString()).isEqualTo(content);
		assertThat(response.getContentLength()).isEqualTo(content.length());
		assertThat(response.getHeader("Content-Range")).isEqualTo(said);
	}

	@ParameterizedTest
	@ValueSource(strings = { "bytes=a-b", "lines=1-2", "bytes=0-1,4-5" })
	void sendsTheWholeFileWhereARangeMakesNoSense(String range) throws IOException {
		this.request.addHeader("Range", range);
		MockHttpServletResponse response = send(FILE);
		assertThat(response.getStatus()).isEqualTo(200);
		assertThat(response.getContentAsString()).isEqualTo("0123456789");
		assertThat(response.getHeader("Accept-Ranges")).isEqualTo("bytes");
		assertThat(response.getHeader("Content-Disposition")).contains("year.zip");
	}

	@ParameterizedTest
	@CsvSource({ "'\"def\"', 206", "'\"other\"', 200", "'W/\"def\"', 200" })
	void goesOnOnlyWithTheSameFile(String of, int status) throws IOException {
		this.request.addHeader("Range", "bytes=5-");
		this.request.addHeader("If-Range", of);
		assertThat(send(FILE).getStatus()).isEqualTo(status);
	}

	@Test
	void refusesWhatLiesBehindTheEnd() throws IOException {
		this.request.addHeader("Range", "bytes=10-");
		MockHttpServletResponse response = send(FILE);
		assertThat(response.getStatus()).isEqualTo(416);
		assertThat(response.getHeader("Content-Range")).isEqualTo("bytes */10");
	}

	@Test
	void tellsTheLengthWithoutTheBody() throws IOException {
		this.request.setMethod("HEAD");
		MockHttpServletResponse response = send(FILE);
		assertThat(response.getContentLength()).isEqualTo(10);
		assertThat(response.getContentAsByteArray()).isEmpty();
	}

	@Test
	void isOnesOwnWhereACookieComesAlong() throws IOException {
		MockHttpServletResponse response = new MockHttpServletResponse();
		ConditionalResponse.sendToOne(PAGE, this.request, response);
		assertThat(response.getHeader("Cache-Control")).isEqualTo("max-age=60, private");
		assertThat(send(PAGE).getHeader("Cache-Control")).isEqualTo("max-age=60, public");
	}

}
