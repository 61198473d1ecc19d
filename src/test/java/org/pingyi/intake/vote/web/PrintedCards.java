package org.pingyi.intake.vote.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.InflaterInputStream;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;

/**
 * What stands on the cards of a PDF file.
 *
 * @param pages how many there are
 * @param drawn what is drawn on them
 */
record PrintedCards(int pages, String drawn) {

	private static final Pattern STREAM = Pattern.compile("/Length (\\d+) /Filter /FlateDecode >>\nstream\n");

	private static final Pattern CODE = Pattern.compile("\\(([2-9A-Z-]{19})\\) Tj");

	private static final Pattern TEXT = Pattern.compile("<([0-9a-f]+)> Tj");

	private static final Pattern PICTURE = Pattern.compile("/W (\\d+) .*? ID ([0-9a-f]+)>");

	private static final int SCALE = 4;

	/** Reads a file, whose table of places must lead to its objects. */
	static PrintedCards read(byte[] file) {
		String raw = new String(file, StandardCharsets.ISO_8859_1);
		requirePlaces(raw);
		StringBuilder drawn = new StringBuilder();
		int pages = 0;
		for (Matcher stream = STREAM.matcher(raw); stream.find(); pages++) {
			drawn.append(inflated(file, stream.end(), Integer.parseInt(stream.group(1))));
		}
		return new PrintedCards(pages, drawn.toString());
	}

	private static void requirePlaces(String raw) {
		String table = raw.substring(Integer.parseInt(raw.replaceFirst("(?s).*startxref\n(\\d+)\n%%EOF\n", "$1")));
		List<String> places = Pattern.compile("(\\d{10}) 00000 n ")
			.matcher(table)
			.results()
			.map((place) -> place.group(1))
			.toList();
		for (int object = 1; object <= places.size(); object++) {
			if (!raw.startsWith(object + " 0 obj\n", Integer.parseInt(places.get(object - 1)))) {
				throw new IllegalStateException("Object " + object + " is elsewhere");
			}
		}
	}

	private static String inflated(byte[] file, int from, int length) {
		try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(file, from, length))) {
			return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The codes in their order. */
	List<String> codes() {
		return CODE.matcher(this.drawn).results().map((code) -> code.group(1)).toList();
	}

	/** All words, as if they stood in one line. */
	String text() {
		return TEXT.matcher(this.drawn)
			.results()
			.map((text) -> new String(HexFormat.of().parseHex(text.group(1)), StandardCharsets.UTF_16BE))
			.collect(Collectors.joining());
	}

	/** What the QR codes say. */
	List<String> links() {
		return PICTURE.matcher(this.drawn).results().map(PrintedCards::read).toList();
	}

	/** Draws the picture as a printer does, and reads it as a phone does. */
	private static String read(MatchResult picture) {
		int size = Integer.parseInt(picture.group(1));
		byte[] rows = HexFormat.of().parseHex(picture.group(2));
		int bytes = rows.length / size;
		int side = size * SCALE;
		int[] pixels = new int[side * side];
		Arrays.setAll(pixels, (at) -> {
			int x = at % side / SCALE;
			int y = at / side / SCALE;
			return ((rows[y * bytes + x / 8] >> (7 - x % 8)) & 1) == 1 ? 0 : 0xffffff;
		});
		try {
			return new QRCodeReader()
				.decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels))),
						Map.of(DecodeHintType.PURE_BARCODE, true))
				.getText();
		}
		catch (ReaderException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
