package org.pingyi.base.web.workbook;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** What an uploaded file really is, by its first bytes; its name may say anything. */
public enum FileKind {

	/** Text, or nothing at all. */
	TEXT,

	/** An archive: XLSX among others. */
	ARCHIVE,

	/** The format of spreadsheets before 2007. */
	OLD_WORKBOOK,

	/** A workbook that opens with a password. */
	ENCRYPTED,

	/** A picture, a program, a document, a web page. */
	OTHER;

	private static final byte[] ZIP = { 'P', 'K', 3, 4 };

	private static final byte[] OLE = HexFormat.of().parseHex("d0cf11e0a1b11ae1");

	/** The name of the stream that an encrypted workbook consists of. */
	private static final byte[] ENCRYPTED_STREAM = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

	/** PDF, PNG, JPEG, GIF, RAR, 7z, gzip, Windows and Linux programs. */
	private static final List<byte[]> OTHERS = List.of(hex("25504446"), hex("89504e47"), hex("ffd8ff"), hex("47494638"),
			hex("52617221"), hex("377abcaf"), hex("1f8b"), hex("4d5a90"), hex("7f454c46"));

	private static final List<String> MARKUP = List.of("<!doctype", "<html", "<table", "<?xml", "<svg");

	private static final int BEGINNING = 200;

	public static FileKind of(byte[] content) {
		if (startsWith(content, ZIP)) {
			return ARCHIVE;
		}
		if (startsWith(content, OLE)) {
			return contains(content, ENCRYPTED_STREAM) ? ENCRYPTED : OLD_WORKBOOK;
		}
		boolean other = OTHERS.stream().anyMatch((start) -> startsWith(content, start)) || isMarkup(content);
		return other ? OTHER : TEXT;
	}

	/** Web pages are handed out as tables by some systems, under any name. */
	private static boolean isMarkup(byte[] content) {
		String start = new String(content, 0, Math.min(content.length, BEGINNING), StandardCharsets.ISO_8859_1);
		String tag = start.replaceFirst("^(\u00ef\u00bb\u00bf)?\\s*", "").toLowerCase(Locale.ROOT);
		return MARKUP.stream().anyMatch(tag::startsWith);
	}

	private static byte[] hex(String digits) {
		return HexFormat.of().parseHex(digits);
	}

	private static boolean startsWith(byte[] content, byte[] start) {
		return content.length >= start.length && Arrays.equals(content, 0, start.length, start, 0, start.length);
	}

	private static boolean contains(byte[] content, byte[] sought) {
		String text = new String(content, StandardCharsets.ISO_8859_1);
		return text.contains(new String(sought, StandardCharsets.ISO_8859_1));
	}

}
