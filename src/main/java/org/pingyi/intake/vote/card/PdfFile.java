package org.pingyi.intake.vote.card;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes a PDF file (ISO 32000-1) of A4 pages, page by page, with two fonts that it names
 * and does not carry, as readers have their own for them: {@code /M} of fixed width,
 * {@code /C} for Chinese. In memory there is one page, and the place of each.
 */
final class PdfFile {

	/** A4 in points of 1/72 inch. */
	static final double WIDTH = 595.28;

	static final double HEIGHT = 841.89;

	private static final int PAGES = 2;

	private static final int FIRST_PAGE = 7;

	private final OutputStream out;

	/** Where each object begins; the list of pages is written last. */
	private final List<Long> places = new ArrayList<>();

	private long written;

	private int pages;

	PdfFile(OutputStream out) throws IOException {
		this.out = out;
		write("%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n");
		object(1, "<< /Type /Catalog /Pages 2 0 R >>");
		this.places.add(0L);
		object(3, "<< /Type /Font /Subtype /Type1 /BaseFont /Courier-Bold /Encoding /WinAnsiEncoding >>");
		object(4, "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-UniGB-UCS2-H /Encoding /UniGB-UCS2-H "
				+ "/DescendantFonts [5 0 R] >>");
		// Characters 1 to 95 of Adobe-GB1 are the Latin ones.
		object(5, "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) "
				+ "/Ordering (GB1) /Supplement 2 >> /FontDescriptor 6 0 R /DW 1000 /W [1 95 500] >>");
		object(6, "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -200 1000 900] "
				+ "/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 90 >>");
	}

	/** Writes a page with what is drawn on it, in operators of PDF. */
	void page(CharSequence drawn) throws IOException {
		byte[] content = deflated(drawn);
		int number = FIRST_PAGE + 2 * this.pages;
		this.pages++;
		begin(number);
		write("<< /Length " + content.length + " /Filter /FlateDecode >>\nstream\n");
		this.out.write(content);
		this.written += content.length;
		write("\nendstream\nendobj\n");
		object(number + 1, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 " + WIDTH + ' ' + HEIGHT + "] /Contents "
				+ number + " 0 R /Resources << /Font << /M 3 0 R /C 4 0 R >> >> >>");
	}

	/** Writes the list of pages and the table of places; the stream stays open. */
	void end() throws IOException {
		StringBuilder kids = new StringBuilder();
		for (int page = 0; page < this.pages; page++) {
			kids.append(FIRST_PAGE + 2 * page + 1).append(" 0 R ");
		}
		this.places.set(PAGES - 1, this.written);
		write(PAGES + " 0 obj\n<< /Type /Pages /Count " + this.pages + " /Kids [" + kids + "] >>\nendobj\n");
		long table = this.written;
		StringBuilder places = new StringBuilder();
		this.places.forEach((place) -> places.append(String.format("%010d 00000 n \n", place)));
		write("xref\n0 " + (this.places.size() + 1) + "\n0000000000 65535 f \n" + places + "trailer\n<< /Size "
				+ (this.places.size() + 1) + " /Root 1 0 R >>\nstartxref\n" + table + "\n%%EOF\n");
	}

	private void object(int number, String content) throws IOException {
		begin(number);
		write(content + "\nendobj\n");
	}

	private void begin(int number) throws IOException {
		this.places.add(this.written);
		write(number + " 0 obj\n");
	}

	private void write(String text) throws IOException {
		byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
		this.out.write(bytes);
		this.written += bytes.length;
	}

	private static byte[] deflated(CharSequence drawn) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (DeflaterOutputStream deflating = new DeflaterOutputStream(bytes)) {
			deflating.write(drawn.toString().getBytes(StandardCharsets.ISO_8859_1));
		}
		return bytes.toByteArray();
	}

}
