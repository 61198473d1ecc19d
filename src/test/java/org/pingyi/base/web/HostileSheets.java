package org.pingyi.base.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Hostile files by their names, and what reading them answers: the key of the refusal, or
 * the number of rows. As a program it reads all of them, one after the other.
 */
final class HostileSheets {

	private static final int MANY = 900_000;

	private static final String SHEET = "xl/worksheets/sheet1.xml";

	private static final String ROWS = "<worksheet><sheetData>";

	private static final String END = "</sheetData></worksheet>";

	/** A file, and what it must answer. */
	record Hostile(Supplier<byte[]> content, String answer) {
	}

	private HostileSheets() {
	}

	/** Files that need time or memory. */
	static Map<String, Hostile> large() {
		Map<String, Hostile> files = new LinkedHashMap<>();
		text(files, "empty-rows.csv", "a\n" + "\n".repeat(MANY), "web.sheet.blank");
		text(files, "empty-cells.csv", "a\n" + ",,,\n".repeat(MANY), "web.sheet.blank");
		text(files, "rows.csv", "a\n" + "1\n".repeat(MANY), "web.sheet.long");
		text(files, "one-line.csv", "x".repeat(5_000_000), "web.sheet.longRow");
		text(files, "commas.csv", ",".repeat(5_000_000), "web.sheet.longRow");
		text(files, "broken-lines.csv", "a\n" + "\"\n\",".repeat(1_200_000), "web.sheet.longRow");
		text(files, "open-quote.csv", "a\n\"" + "1,2\n".repeat(1_000_000), "web.sheet.longRow");
		text(files, "many-columns.csv", columns(10_000) + "\n1\n", "web.sheet.wide");
		text(files, "wide-and-short.csv", columns(256) + "\n" + "1\n".repeat(20_000), "20000");
		text(files, "cells.csv", columns(120) + "\n" + (columns(120) + "\n").repeat(9_000), "web.sheet.cells");
		text(files, "quotes.csv", "a\n" + "\"".repeat(4_999_000), "web.sheet.longRow");
		workbook(files, "styled-rows.xlsx",
				new CraftedWorkbook().with(SHEET, ROWS, "<row s=\"1\" customFormat=\"1\"/>", 1_048_000, END),
				"web.sheet.blank");
		workbook(files, "styled-cells.xlsx",
				new CraftedWorkbook().with(SHEET, ROWS, "<row><c s=\"1\"/><c s=\"1\"/></row>", 1_048_000, END),
				"web.sheet.blank");
		workbook(files, "one-row.xlsx",
				new CraftedWorkbook().with(SHEET, ROWS + "<row>", "<c/>", 5_000_000, "</row>" + END),
				"web.sheet.unreadable");
		workbook(
				files, "empty-rows-of-cells.xlsx", new CraftedWorkbook().with(SHEET,
						ROWS + "<row><c><v>1</v></c></row>", "<row>" + "<c/>".repeat(1_600) + "</row>", 5_000, END),
				"web.sheet.large");
		workbook(files, "blanks.xlsx", new CraftedWorkbook().with(SHEET, ROWS, " ".repeat(1000), 100_000, END),
				"web.sheet.large");
		workbook(files, "pictures.xlsx",
				new CraftedWorkbook().rows("").with("xl/media/1.png", "", " ".repeat(1000), 100_000, ""), "0");
		workbook(files, "shared-texts.xlsx",
				new CraftedWorkbook().rows("")
					.with("xl/sharedStrings.xml", "<sst>", "<si><t>一二三四五六七八</t></si>", 2_600_000, "</sst>"),
				"web.sheet.large");
		workbook(files, "short-texts.xlsx",
				new CraftedWorkbook().rows("")
					.with("xl/sharedStrings.xml", "<sst>", "<si><t>a</t></si>", 3_600_000, "</sst>"),
				"web.sheet.large");
		workbook(files, "one-text.xlsx",
				new CraftedWorkbook().rows("")
					.with("xl/sharedStrings.xml", "<sst><si><t>", "一".repeat(10), 2_000_000, "</t></si></sst>"),
				"web.sheet.large");
		workbook(files, "formats.xlsx",
				new CraftedWorkbook().rows("")
					.with("xl/styles.xml", "<s><cellXfs>", "<xf numFmtId=\"14\"/>", 2_500_000, "</cellXfs></s>"),
				"web.sheet.large");
		workbook(files, "deep.xlsx", new CraftedWorkbook().with(SHEET, ROWS, "<a>", 5_000_000, ""),
				"web.sheet.unreadable");
		workbook(files, "attribute.xlsx",
				new CraftedWorkbook().with(SHEET, ROWS + "<row r=\"", "1".repeat(10), 5_000_000, "\"/>" + END),
				"web.sheet.large");
		workbook(files, "comment.xlsx", new CraftedWorkbook().with(SHEET, "<!--", "1".repeat(10), 5_000_000, "--><a/>"),
				"web.sheet.large");
		workbook(files, "names.xlsx", new CraftedWorkbook().with(SHEET, (out) -> {
			out.write(ROWS.getBytes(StandardCharsets.UTF_8));
			for (int i = 0; i < MANY; i++) {
				out.write(("<n" + i + "/>").getBytes(StandardCharsets.UTF_8));
			}
		}), "web.sheet.unreadable");
		workbook(files, "many-parts.xlsx", parts(40_000), "web.sheet.large");
		workbook(files, "cells.xlsx",
				new CraftedWorkbook().with(SHEET, ROWS + row(200, true), row(200, false), 10_000, END),
				"web.sheet.cells");
		return files;
	}

	/** Files that are only wrong. */
	static Map<String, Hostile> small() {
		Map<String, Hostile> files = new LinkedHashMap<>();
		byte[] honest = new CraftedWorkbook().rows("<row><c><v>1</v></c></row>").bytes();
		put(files, "honest.xlsx", honest, "1");
		put(files, "renamed.csv", honest, "web.sheet.unreadable");
		put(files, "renamed.xls", honest, "web.sheet.kind");
		put(files, "cut.xlsx", Arrays.copyOf(honest, honest.length / 2), "web.sheet.unreadable");
		put(files, "text.xlsx", "a\n1\n".getBytes(StandardCharsets.UTF_8), "web.sheet.unreadable");
		put(files, "nothing.csv", new byte[0], "web.sheet.empty");
		put(files, "nothing.xlsx", new byte[0], "web.sheet.unreadable");
		put(files, "old.xls", HexFormat.of().parseHex("d0cf11e0a1b11ae100"), "web.sheet.old");
		put(files, "old.xlsx", HexFormat.of().parseHex("d0cf11e0a1b11ae100"), "web.sheet.old");
		put(files, "locked.xlsx",
				HexFormat.of()
					.parseHex("d0cf11e0a1b11ae1"
							+ HexFormat.of().formatHex("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE))),
				"web.sheet.encrypted");
		text(files, "document.csv", "%PDF-1.7\n", "web.sheet.kind");
		put(files, "picture.xlsx", HexFormat.of().parseHex("89504e470d0a1a0a"), "web.sheet.kind");
		text(files, "page.csv", "\ufeff \n<HTML><table><tr><td>a", "web.sheet.kind");
		text(files, "program.exe", "a\n1\n", "web.sheet.kind");
		text(files, "header.csv", "a\n", "0");
		text(files, "twice.csv", "a,b,a\n", "web.sheet.twice");
		text(files, "open-quote.csv", "a\n1\n\"2\n3\n", "web.sheet.quote");
		text(files, "nul.csv", "a\n1\u00002\n", "web.sheet.character");
		text(files, "control.csv", "a\n1\u00082\n", "web.sheet.character");
		text(files, "exponent.csv", "a\n2.02603E+16\n", "web.sheet.digits");
		text(files, "huge.csv", "a\n1e+999999999\n", "web.sheet.digits");
		put(files, "surrogate.csv", HexFormat.of().parseHex("fffe61000a0000d80a00"), "web.sheet.encoding");
		put(files, "utf-16.csv", "\ufeff编码\n1\n".getBytes(StandardCharsets.UTF_16LE), "1");
		put(files, "utf-16-be.csv", "\ufeff编码\n1\n".getBytes(StandardCharsets.UTF_16BE), "1");
		put(files, "tabs.txt", "\ufeff编码\t名称\n1\t2\n".getBytes(StandardCharsets.UTF_16LE), "1");
		put(files, "no-mark.csv", "a\n1\n".getBytes(StandardCharsets.UTF_16LE), "web.sheet.character");
		put(files, "gbk.csv", "编码,名称\n1,市水务局\n".getBytes(Charset.forName("GBK")), "1");
		put(files, "gb18030.csv", "编码,名称\n1,𠮷\n".getBytes(Charset.forName("GB18030")), "1");
		put(files, "broken.csv", Arrays.copyOf("a\n市水务局".getBytes(StandardCharsets.UTF_8), 13), "web.sheet.encoding");
		put(files, "bytes.csv", HexFormat.of().parseHex("610a80ff80"), "web.sheet.encoding");
		workbook(files, "document-type.xlsx", new CraftedWorkbook().with(SHEET,
				"<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><worksheet><sheetData><row><c t=\"str\"><v>&x;</v></c></row></sheetData></worksheet>"),
				"web.sheet.unreadable");
		workbook(files, "laughs.xlsx", new CraftedWorkbook().rows("")
			.with("xl/sharedStrings.xml",
					"<!DOCTYPE a [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><sst><si><t>&b;</t></si></sst>"),
				"web.sheet.unreadable");
		workbook(files, "outside.xlsx", new CraftedWorkbook().with("xl/_rels/workbook.xml.rels",
				"<Relationships><Relationship Id=\"1\" Type=\"x/worksheet\" TargetMode=\"External\" Target=\"http://127.0.0.1/\"/></Relationships>"),
				"web.sheet.kind");
		workbook(files, "nested.xlsx",
				new CraftedWorkbook().with("_rels/.rels", "<none/>").with("inner.xlsx", (out) -> out.write(honest)),
				"web.sheet.kind");
		workbook(files, "macros.xlsx", new CraftedWorkbook().rows("").with("xl/vbaProject.bin", "x"),
				"web.sheet.macros");
		workbook(files, "same-name.xlsx", new CraftedWorkbook().rows("").with("XL/WORKBOOK.XML", "<none/>"),
				"web.sheet.unreadable");
		for (Map.Entry<String, String> cell : Map
			.ofEntries(Map.entry("<v>NaN</v>", "web.sheet.unreadable"), Map.entry("<v>1e308</v>", "web.sheet.digits"),
					Map.entry("<v>1e999999999</v>", "web.sheet.unreadable"),
					Map.entry("<v>20260317000012300</v>", "web.sheet.digits"),
					Map.entry("<v>0x1p3</v>", "web.sheet.unreadable"),
					Map.entry("<v>" + "9".repeat(5000) + "</v>", "web.sheet.unreadable"),
					Map.entry("<f>A1+1</f>", "web.sheet.formula"))
			.entrySet()) {
			workbook(files, "cell-" + files.size() + ".xlsx",
					new CraftedWorkbook().rows("<row><c>" + cell.getKey() + "</c></row>"), cell.getValue());
		}
		for (Map.Entry<String, String> row : Map
			.ofEntries(Map.entry("<row r=\"1\"/>", "web.sheet.unreadable"),
					Map.entry("<row r=\"99999999\"/>", "web.sheet.unreadable"),
					Map.entry("<row><c r=\"B2\"/><c r=\"A2\"/></row>", "web.sheet.unreadable"),
					Map.entry("<row><c r=\"ZZZZ2\"/></row>", "web.sheet.unreadable"),
					Map.entry("<row><c r=\"XFD2\"><v>1</v></c></row>", "web.sheet.wide"),
					Map.entry("<row><c t=\"s\"><v>7</v></c></row>", "web.sheet.unreadable"),
					Map.entry("<row><c t=\"e\"><v>#DIV/0!</v></c></row>", "web.sheet.formula"),
					Map.entry("<row><c t=\"inlineStr\"><is><t>x_x0000_y</t></is></c></row>", "web.sheet.character"),
					Map.entry("<row><c t=\"inlineStr\"><is><t>x_xD800_y</t></is></c></row>", "web.sheet.character"),
					Map.entry("<row><c t=\"inlineStr\"><is><t>&#xD800;</t></is></c></row>", "web.sheet.unreadable"))
			.entrySet()) {
			workbook(files, "row-" + files.size() + ".xlsx", new CraftedWorkbook().rows(row.getKey()), row.getValue());
		}
		workbook(files, "no-date.xlsx", new CraftedWorkbook().rows("<row><c s=\"0\"><v>99999999</v></c></row>")
			.with("xl/styles.xml", "<s><cellXfs><xf numFmtId=\"14\"/></cellXfs></s>"), "web.sheet.date");
		return files;
	}

	private static CraftedWorkbook parts(int many) {
		CraftedWorkbook workbook = new CraftedWorkbook().rows("");
		IntStream.range(0, many).forEach((number) -> workbook.with("p" + number, ""));
		return workbook;
	}

	private static String columns(int many) {
		return IntStream.range(0, many).mapToObj((number) -> "c" + number).collect(Collectors.joining(","));
	}

	private static String row(int many, boolean names) {
		return IntStream.range(0, many)
			.mapToObj((number) -> "<c><v>" + (names ? number : 1) + "</v></c>")
			.collect(Collectors.joining("", "<row>", "</row>"));
	}

	private static void text(Map<String, Hostile> files, String name, String content, String answer) {
		files.put(name, new Hostile(() -> content.getBytes(StandardCharsets.UTF_8), answer));
	}

	private static void put(Map<String, Hostile> files, String name, byte[] content, String answer) {
		files.put(name, new Hostile(() -> content, answer));
	}

	private static void workbook(Map<String, Hostile> files, String name, CraftedWorkbook workbook, String answer) {
		files.put(name, new Hostile(workbook::bytes, answer));
	}

	/** The key of the refusal, or the number of rows. */
	static String answer(String name, byte[] content) {
		try {
			return Integer.toString(Spreadsheets.read(name, new ByteArrayInputStream(content)).rows().size());
		}
		catch (Refusal refusal) {
			return refusal.key();
		}
	}

	/** Reads files and prints name, answer and milliseconds of each. */
	public static void main(String[] files) throws IOException {
		for (String file : files) {
			Path path = Path.of(file);
			long start = System.nanoTime();
			String answer = answer(path.getFileName().toString(), Files.readAllBytes(path));
			System.out.println(path.getFileName() + "\t" + answer + "\t" + (System.nanoTime() - start) / 1_000_000);
		}
	}

	/** Reads a file as a whole, the usual way. */
	static final class Whole {

		private Whole() {
		}

		public static void main(String[] files) throws IOException {
			try (InputStream in = Files.newInputStream(Path.of(files[0]));
					XSSFWorkbook workbook = new XSSFWorkbook(in)) {
				System.out.println(workbook.getSheetAt(0).getLastRowNum());
			}
		}

	}

}
