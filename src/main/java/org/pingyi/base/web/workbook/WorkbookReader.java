package org.pingyi.base.web.workbook;

import java.io.IOException;
import java.util.List;

/**
 * Reads the first sheet of an XLSX file (ECMA-376) row by row. The usual library builds
 * the whole document in memory, some fifty times its size.
 */
public final class WorkbookReader {

	/** Unpacked size of each part: room for the most rows. */
	public static final int MOST_MEGABYTES = 64;

	/** Columns that are read: A to IV. */
	public static final int MOST_COLUMNS = 256;

	/** Takes the rows. */
	public interface Rows {

		/**
		 * Takes the next row.
		 * @param number its number, from 1
		 * @param cells the texts of its cells up to the last that has any
		 */
		void add(int number, List<String> cells);

	}

	private WorkbookReader() {
	}

	/**
	 * Reads the first sheet that is not hidden; of a formula the value that was stored.
	 * @throws UnreadableWorkbook when it cannot be read, with the cell where there is one
	 */
	public static void read(byte[] content, Rows rows) throws UnreadableWorkbook {
		read(content, 1, rows);
	}

	/**
	 * Reads a longer one.
	 * @param times how many times longer its sheet may be
	 */
	public static void read(byte[] content, int times, Rows rows) throws UnreadableWorkbook {
		try (Parts parts = new Parts(content)) {
			Contents contents = Contents.of(parts);
			try (XmlPart sheet = new XmlPart(parts.open(contents.sheet()), times)) {
				new SheetReader(sheet, cells(parts, contents), rows).read();
			}
		}
		catch (UnreadableWorkbook ex) {
			throw ex;
		}
		// The archive's reader answers odd names with an unchecked exception.
		catch (IOException | IllegalArgumentException ex) {
			throw UnreadableWorkbook.damaged();
		}
	}

	/** The address of a cell as people read it, both from 1: {@code AB7}. */
	public static String address(int column, int row) {
		StringBuilder letters = new StringBuilder();
		for (int left = column; left > 0; left = (left - 1) / 26) {
			letters.insert(0, (char) ('A' + (left - 1) % 26));
		}
		return letters.append(row).toString();
	}

	private static CellReader cells(Parts parts, Contents contents) throws IOException {
		try (XmlPart styles = new XmlPart(parts.open(contents.styles()));
				XmlPart texts = new XmlPart(parts.open(contents.texts()))) {
			return new CellReader(new SharedTexts(texts), new CellFormats(styles), new Numbers(contents.from1904()));
		}
	}

}
