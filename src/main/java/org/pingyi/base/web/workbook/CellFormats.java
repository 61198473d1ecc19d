package org.pingyi.base.web.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The formats of a workbook by the number that its cells name. */
final class CellFormats {

	private static final int MOST = 66_000;

	private final List<CellFormat> formats = new ArrayList<>();

	CellFormats(XmlPart part) throws IOException {
		Map<Integer, String> codes = new HashMap<>();
		boolean ofCells = false;
		while (part.next()) {
			ofCells = (ofCells || part.opens("cellXfs")) && !part.closes("cellXfs");
			if (part.opens("numFmt")) {
				codes.put(Numbers.whole(part.attribute("numFmtId")), part.attribute("formatCode"));
			}
			else if (ofCells && part.opens("xf")) {
				int id = Numbers.whole(part.attribute("numFmtId"));
				this.formats.add(CellFormat.of(id, codes.getOrDefault(id, "")));
			}
			if (this.formats.size() > MOST || codes.size() > MOST) {
				throw UnreadableWorkbook.tooLarge();
			}
		}
	}

	CellFormat get(int number) {
		return (number >= 0 && number < this.formats.size()) ? this.formats.get(number) : CellFormat.GENERAL;
	}

}
