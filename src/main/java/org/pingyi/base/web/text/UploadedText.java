package org.pingyi.base.web.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
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

	private static final int PIECE = 1 << 16;

	/** Three such characters in a row are practically never GB18030. */
	private static final Pattern CHINESE_UTF_8 = Pattern.compile("[\u0800-\uffff]{3}");

	private UploadedText() {
	}

	/**
	 * The text of a file, without its byte order mark.
	 * @throws CharacterCodingException when it is in none of these encodings
	 */
	public static String read(byte[] content) throws CharacterCodingException {
		try (Reader text = open(content); StringWriter whole = new StringWriter(content.length / 2)) {
			text.transferTo(whole);
			return whole.toString();
		}
		catch (CharacterCodingException ex) {
			throw ex;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The same to be read bit by bit.
	 * @throws CharacterCodingException as {@link #read}; the reader throws it, too
	 */
	public static Reader open(byte[] content) throws CharacterCodingException {
		PushbackReader text = new PushbackReader(
				new InputStreamReader(new ByteArrayInputStream(content), charset(content).newDecoder()));
		try {
			int first = text.read();
			if (first >= 0 && first != BOM) {
				text.unread(first);
			}
		}
		catch (CharacterCodingException ex) {
			throw ex;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return text;
	}

	private static Charset charset(byte[] content) throws CharacterCodingException {
		if (startsWith(content, 0xFF, 0xFE)) {
			return StandardCharsets.UTF_16LE;
		}
		if (startsWith(content, 0xFE, 0xFF)) {
			return StandardCharsets.UTF_16BE;
		}
		return isUtf8(content) ? StandardCharsets.UTF_8 : GB18030;
	}

	private static boolean isUtf8(byte[] content) throws CharacterCodingException {
		CharBuffer text = CharBuffer.allocate(PIECE);
		ByteBuffer bytes = ByteBuffer.wrap(content);
		CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
		boolean chinese = false;
		CoderResult result = CoderResult.OVERFLOW;
		while (result.isOverflow()) {
			result = decoder.decode(bytes, text, true);
			chinese |= CHINESE_UTF_8.matcher(text.flip()).find();
			text.clear();
		}
		if (result.isError() && chinese) {
			throw new MalformedInputException(result.length());
		}
		return result.isUnderflow();
	}

	private static boolean startsWith(byte[] content, int first, int second) {
		return content.length >= 2 && (content[0] & 0xFF) == first && (content[1] & 0xFF) == second;
	}

}
