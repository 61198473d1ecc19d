package org.pingyi.intake.vote.card;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Formatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

import org.pingyi.base.web.QrCode;

/** Draws codes as cards to be cut out, twelve on a page of A4, and numbers the pages. */
final class CodeCards {

	static final int ON_PAGE = 12;

	private static final int COLUMNS = 2;

	private static final double MILLIMETRE = 72 / 25.4;

	private static final double MARGIN = 10 * MILLIMETRE;

	private static final double CARD_WIDTH = 95 * MILLIMETRE;

	private static final double CARD_HEIGHT = 46 * MILLIMETRE;

	private static final double PADDING = 3 * MILLIMETRE;

	private static final double QR = 32 * MILLIMETRE;

	private static final double SIZE = 9;

	private static final double LINE = 13;

	/** The code stands in larger letters. */
	private static final double CODE_LINES = 1.5;

	/** What fits beside the QR code, in widths of a Chinese character. */
	private static final double LONGEST = (CARD_WIDTH - QR - 3 * PADDING) / SIZE;

	private final PdfFile file;

	private final String title;

	private final List<String> above;

	private final List<String> below;

	private final StringBuilder page = new StringBuilder();

	private final Formatter pen = new Formatter(this.page, Locale.ROOT);

	private int cards;

	/**
	 * @param title at the foot of each page
	 * @param above what stands above each code
	 * @param below what stands below it
	 */
	CodeCards(OutputStream out, String title, String above, List<String> below) throws IOException {
		this.file = new PdfFile(out);
		this.title = title;
		this.above = lines(above);
		this.below = below.stream().flatMap((text) -> lines(text).stream()).toList();
	}

	/**
	 * Adds a card.
	 * @param code as it is printed
	 * @param link where its QR code leads
	 */
	void add(String code, String link) throws IOException {
		int place = this.cards % ON_PAGE;
		int row = place / COLUMNS;
		this.cards++;
		double left = MARGIN + place % COLUMNS * CARD_WIDTH;
		double top = PdfFile.HEIGHT - MARGIN - row * CARD_HEIGHT;
		this.pen.format("[3 2] 0 d .5 w .45 G %.2f %.2f %.2f %.2f re S%n", left, top - CARD_HEIGHT, CARD_WIDTH,
				CARD_HEIGHT);
		drawQr(left + PADDING, top - (CARD_HEIGHT + QR) / 2, link);
		drawText(left + QR + 2 * PADDING, top, code);
		if (this.cards % ON_PAGE == 0) {
			endPage();
		}
	}

	/** The stream stays open. */
	void end() throws IOException {
		if (this.cards % ON_PAGE > 0) {
			endPage();
		}
		this.file.end();
	}

	/** Dark modules as a stencil, one bit each. */
	private void drawQr(double x, double y, String link) {
		QrCode.Bits bits = QrCode.bits(link);
		this.pen.format("q %.2f 0 0 %.2f %.2f %.2f cm BI /W %d /H %d /IM true /D [1 0] /F /AHx ID %s> EI Q%n", QR, QR,
				x, y, bits.size(), bits.size(), HexFormat.of().formatHex(bits.rows()));
	}

	/** A year with a long name, and a long address, are set closer. */
	private void drawText(double x, double top, String code) {
		double lines = this.above.size() + this.below.size() + CODE_LINES;
		double line = Math.min(LINE, (CARD_HEIGHT - PADDING) / lines);
		double y = top - (CARD_HEIGHT - line * lines) / 2 - SIZE;
		for (String text : this.above) {
			drawLine(x, y, SIZE, text);
			y -= line;
		}
		this.pen.format("BT /M 12 Tf %.2f %.2f Td (%s) Tj ET%n", x, y - line * (CODE_LINES - 1) / 2, code);
		y -= line * CODE_LINES;
		for (String text : this.below) {
			drawLine(x, y, SIZE, text);
			y -= line;
		}
	}

	private void drawLine(double x, double y, double size, String text) {
		this.pen.format("BT /C %.0f Tf %.2f %.2f Td <%s> Tj ET%n", size, x, y,
				HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_16BE)));
	}

	private void endPage() throws IOException {
		drawLine(MARGIN, MARGIN / 2, 7, this.title + "   " + (this.cards + ON_PAGE - 1) / ON_PAGE);
		this.file.page(this.page);
		this.page.setLength(0);
	}

	/** Breaks a text behind a blank where it has one near, else anywhere. */
	private static List<String> lines(String text) {
		List<String> lines = new ArrayList<>();
		int from = 0;
		int blank = 0;
		double width = 0;
		for (int at = 0; at < text.length(); at++) {
			char character = text.charAt(at);
			double wide = width(String.valueOf(character));
			if (width + wide > LONGEST) {
				int to = (blank > from) ? blank : at;
				lines.add(text.substring(from, to));
				from = to;
				width = width(text.substring(from, at));
			}
			width += wide;
			blank = (character == ' ') ? at + 1 : blank;
		}
		lines.add(text.substring(from));
		return lines;
	}

	private static double width(String text) {
		return text.chars().mapToDouble((character) -> (character < 0x7f) ? 0.5 : 1).sum();
	}

}
