package org.pingyi.base.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An XLSX file put together part by part, to hold what no spreadsheet program writes. */
final class CraftedWorkbook {

	private static final String PACKAGE = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";

	private static final String TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

	/** Writes a part. */
	interface Content {

		void writeTo(ZipOutputStream out) throws IOException;

	}

	private final Map<String, Content> parts = new LinkedHashMap<>();

	CraftedWorkbook() {
		with("_rels/.rels", PACKAGE + relation("1", "officeDocument", "xl/workbook.xml") + "</Relationships>");
		with("xl/workbook.xml", "<workbook><sheets><sheet name=\"一\" id=\"1\"/></sheets></workbook>");
		with("xl/_rels/workbook.xml.rels",
				PACKAGE + relation("1", "worksheet", "worksheets/sheet1.xml") + relation("2", "styles", "styles.xml")
						+ relation("3", "sharedStrings", "sharedStrings.xml") + "</Relationships>");
	}

	private static String relation(String id, String type, String target) {
		return "<Relationship Id=\"" + id + "\" Type=\"" + TYPE + type + "\" Target=\"" + target + "\"/>";
	}

	CraftedWorkbook with(String part, String text) {
		return with(part, (out) -> out.write(text.getBytes(StandardCharsets.UTF_8)));
	}

	CraftedWorkbook with(String part, Content content) {
		this.parts.put(part, content);
		return this;
	}

	/** A part of a beginning, a piece so many times, and an end. */
	CraftedWorkbook with(String part, String start, String piece, int times, String end) {
		return with(part, (out) -> {
			out.write(start.getBytes(StandardCharsets.UTF_8));
			byte[] many = piece.repeat(1000).getBytes(StandardCharsets.UTF_8);
			for (int i = 0; i < times / 1000; i++) {
				out.write(many);
			}
			out.write(end.getBytes(StandardCharsets.UTF_8));
		});
	}

	/** A sheet with the column a in row 1, and then these rows. */
	CraftedWorkbook rows(String xml) {
		return with("xl/worksheets/sheet1.xml",
				"<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c></row>" + xml
						+ "</sheetData></worksheet>");
	}

	byte[] bytes() {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream out = new ZipOutputStream(bytes)) {
			out.setLevel(Deflater.BEST_SPEED);
			for (Map.Entry<String, Content> part : this.parts.entrySet()) {
				out.putNextEntry(new ZipEntry(part.getKey()));
				part.getValue().writeTo(out);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

}
