package org.pingyi.base.web.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Text as Chinese offices save it: UTF-8, UTF-16 with a byte order mark, or GB18030, of
 * which GBK and GB2312 are parts. Nothing is replaced: what is no text is refused.
 */
public final class UploadedText {

	private static final Charset GB18030 = Charset.forName("GB18030");

	private static final char BOM = '\ufeff';

	/** Three such characters in a row are practically never GB18030. */
	private static final Pattern CHINESE_UTF_8 = Pattern.compile("[\u0800-\uffff]{3}");

	private UploadedText() {
	}

	/**
	 * The text of a file, without its byte order mark.
	 * @throws CharacterCodingException when it is in none of these encodings
	 */
	public static String read(byte[] content) throws CharacterCodingException {
		String text = decoded(content);
		return (!text.isEmpty() && text.charAt(0) == BOM) ? text.substring(1) : text;
	}

	private static String decoded(byte[] content) throws CharacterCodingException {
		if (startsWith(content, 0xFF, 0xFE)) {
			return strictly(StandardCharsets.UTF_16LE, content);
		}
		if (startsWith(content, 0xFE, 0xFF)) {
			return strictly(StandardCharsets.UTF_16BE, content);
		}
		CharBuffer text = CharBuffer.allocate(content.length);
		CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
		CoderResult result = decoder.decode(ByteBuffer.wrap(content), text, true);
		text.flip();
		if (result.isUnderflow()) {
			return text.toString();
		}
		if (CHINESE_UTF_8.matcher(text).find()) {
			throw new MalformedInputException(result.length());
		}
		return strictly(GB18030, content);
	}

	private static boolean startsWith(byte[] content, int first, int second) {
		return content.length >= 2 && (content[0] & 0xFF) == first && (content[1] & 0xFF) == second;
	}

	private static String strictly(Charset charset, byte[] content) throws CharacterCodingException {
		return charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
	}

}
