package org.pingyi.base.web.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.pingyi.base.web.workbook.UnreadableWorkbook.Reason;

/** Reads the rows of one sheet and hands them on. */
final class SheetReader {

	private static final int MOST_NUMBER = 1_048_576;

	/** As many as a spreadsheet program has columns, empty ones counted. */
	private static final int MOST_CELLS_IN_ROW = 16_384;

	private static final Pattern ADDRESS = Pattern.compile("([A-Z]{1,3})\\d{1,7}");

	private final XmlPart part;

	private final CellReader cells;

	private final WorkbookReader.Rows rows;

	SheetReader(XmlPart part, CellReader cells, WorkbookReader.Rows rows) {
		this.part = part;
		this.cells = cells;
		this.rows = rows;
	}

	/** Reads on to the end of the part: what is broken below the rows is broken. */
	void read() throws IOException {
		boolean table = false;
		int number = 0;
		while (this.part.next()) {
			table = (table || this.part.opens("sheetData")) && !this.part.closes("sheetData");
			if (table && this.part.opens("row")) {
				number = number(number);
				this.rows.add(number, row(number));
			}
		}
	}

	/** Rows may leave their number out; none may go back. */
	private int number(int last) throws UnreadableWorkbook {
		String stated = this.part.attribute("r");
		int number = stated.isEmpty() ? last + 1 : Numbers.whole(stated);
		if (number <= last || number > MOST_NUMBER) {
			throw UnreadableWorkbook.damaged();
		}
		return number;
	}

	private List<String> row(int number) throws IOException {
		List<String> texts = new ArrayList<>();
		int column = 0;
		while (this.part.next() && !this.part.closes("row")) {
			if (this.part.opens("c")) {
				column = column(column);
				add(texts, column, this.cells.read(this.part, column, number), number);
			}
		}
		return texts;
	}

	private int column(int last) throws UnreadableWorkbook {
		String stated = this.part.attribute("r");
		int column = stated.isEmpty() ? last + 1 : column(stated);
		if (column <= last || column > MOST_CELLS_IN_ROW) {
			throw UnreadableWorkbook.damaged();
		}
		return column;
	}

	private static int column(String stated) {
		Matcher address = ADDRESS.matcher(stated);
		return address.matches() ? address.group(1).chars().reduce(0, (value, letter) -> value * 26 + letter - 'A' + 1)
				: 0;
	}

	private static void add(List<String> texts, int column, String text, int number) throws UnreadableWorkbook {
		if (text.isEmpty()) {
			return;
		}
		if (column > WorkbookReader.MOST_COLUMNS) {
			throw new UnreadableWorkbook(Reason.TOO_WIDE, WorkbookReader.address(column, number));
		}
		while (texts.size() < column - 1) {
			texts.add("");
		}
		texts.add(text);
	}

}
