package org.pingyi.base.web.workbook;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.web.workbook.UnreadableWorkbook.Reason;

/** Reads one cell as the text that people see in it. */
final class CellReader {

	private final SharedTexts texts;

	private final CellFormats formats;

	private final Numbers numbers;

	CellReader(SharedTexts texts, CellFormats formats, Numbers numbers) {
		this.texts = texts;
		this.formats = formats;
		this.numbers = numbers;
	}

	/** The text of the cell that opens here, up to its closing tag. */
	String read(XmlPart part, int column, int row) throws IOException {
		String type = part.attribute("t");
		CellFormat format = this.formats.get(Numbers.whole(part.attribute("s")));
		boolean formula = false;
		@Nullable String value = null;
		while (part.next() && !part.closes("c")) {
			formula |= part.opens("f");
			if (part.opens("v")) {
				value = CellText.plain(part, "v");
			}
			else if (part.opens("is")) {
				value = CellText.read(part, "is");
			}
		}
		if (type.equals("e") || (formula && value == null)) {
			throw new UnreadableWorkbook(Reason.FORMULA, WorkbookReader.address(column, row));
		}
		return (value != null) ? text(type, value, format, WorkbookReader.address(column, row)) : "";
	}

	private String text(String type, String value, CellFormat format, String address) throws UnreadableWorkbook {
		return switch (type) {
			case "s" -> this.texts.get(Numbers.whole(value));
			case "str" -> CellText.unescaped(value);
			case "inlineStr", "d" -> value;
			case "b" -> String.valueOf(value.equals("1"));
			default -> value.isEmpty() ? "" : this.numbers.text(value, format, address);
		};
	}

}
