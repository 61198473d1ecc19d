package org.pingyi.verify;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads text in UTF-8, and names the line where it is none. */
final class Utf8Lines {

	private Utf8Lines() {
	}

	/**
	 * The lines of a file.
	 * @throws Unreadable with the line that is not UTF-8
	 */
	static List<String> of(String file, byte[] content) {
		return text(file, content).lines().toList();
	}

	/** The same as one text. */
	static String text(String file, byte[] content) {
		CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
		// No byte of UTF-8 is more than one character.
		CharBuffer text = CharBuffer.allocate(content.length);
		CoderResult result = decoder.decode(ByteBuffer.wrap(content), text, true);
		text.flip();
		if (result.isError()) {
			throw new Unreadable(file, text.chars().filter((character) -> character == '\n').count() + 1, "UTF-8");
		}
		return text.toString();
	}

}
