package org.pingyi.bench.vote;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * An answer over HTTP, as long as nothing else is read from its connection.
 *
 * @param head the status line and the headers
 * @param body where its body is found
 * @param length bytes of the whole, head and body
 */
public record Answer(String head, ByteBuffer body, int length) {

	private static final int STATUS = 9;

	private static final int BLANK_LINE = 4;

	/** The answer at the front of what was read so far, when it is complete. */
	static Optional<Answer> read(byte[] bytes, int size) {
		for (int at = 0; at + BLANK_LINE <= size; at++) {
			if (bytes[at] == '\r' && bytes[at + 2] == '\r') {
				String head = new String(bytes, 0, at + 2, StandardCharsets.ISO_8859_1);
				return read(head, bytes, at + BLANK_LINE, size);
			}
		}
		return Optional.empty();
	}

	private static Optional<Answer> read(String head, byte[] bytes, int from, int size) {
		String length = value(head, "content-length:");
		if (length.isEmpty()) {
			return chunks(head, bytes, from, size);
		}
		int end = from + Integer.parseInt(length);
		return (end > size) ? Optional.empty()
				: Optional.of(new Answer(head, ByteBuffer.wrap(bytes, from, end - from), end));
	}

	private static Optional<Answer> chunks(String head, byte[] bytes, int from, int size) {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		for (int at = from;;) {
			int line = at;
			while (line + 1 < size && bytes[line] != '\r') {
				line++;
			}
			if (line + 1 >= size) {
				return Optional.empty();
			}
			int chunk = Integer.parseInt(new String(bytes, at, line - at, StandardCharsets.ISO_8859_1), 16);
			at = line + 2 + chunk + 2;
			if (at > size) {
				return Optional.empty();
			}
			if (chunk == 0) {
				return Optional.of(new Answer(head, ByteBuffer.wrap(body.toByteArray()), at));
			}
			body.write(bytes, line + 2, chunk);
		}
	}

	public int status() {
		return Integer.parseInt(this.head.substring(STATUS, STATUS + 3));
	}

	/** The name and the value of the cookie it sets, or "". */
	String cookie() {
		return value(this.head, "set-cookie:").split(";")[0];
	}

	/** Whether the server hangs up after it. */
	boolean isLast() {
		return "close".equalsIgnoreCase(value(this.head, "connection:"));
	}

	String text() {
		return StandardCharsets.UTF_8.decode(this.body.duplicate()).toString();
	}

	private static String value(String head, String name) {
		for (int at = head.indexOf('\n'); at > 0; at = head.indexOf('\n', at + 1)) {
			if (head.regionMatches(true, at + 1, name, 0, name.length())) {
				return head.substring(at + 1 + name.length(), head.indexOf('\r', at)).strip();
			}
		}
		return "";
	}

}
