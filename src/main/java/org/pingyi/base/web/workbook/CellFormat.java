package org.pingyi.base.web.workbook;

import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * How a cell shows its number, as far as that changes what the number means.
 *
 * @param kind what the number is
 * @param digits the least digits that are shown, with zeros in front
 */
record CellFormat(Kind kind, int digits) {

	static final CellFormat GENERAL = new CellFormat(Kind.NUMBER, 0);

	private static final int LONGEST = 255;

	/** What a number is. */
	enum Kind {

		NUMBER, DATE, PERCENT, EXPONENT

	}

	/**
	 * The format of a number in a style sheet.
	 * @param code how it is written there, or "" for one that every program knows
	 */
	static CellFormat of(int id, String code) {
		String builtin = code.isEmpty() ? BuiltinFormats.getBuiltinFormat(id) : code;
		String format = (builtin != null && builtin.length() <= LONGEST) ? builtin : "";
		String plain = format.replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]", "");
		if (isChineseDate(id) || DateUtil.isADateFormat(id, format)) {
			return new CellFormat(Kind.DATE, 0);
		}
		if (plain.indexOf('%') >= 0) {
			return new CellFormat(Kind.PERCENT, 0);
		}
		if (plain.matches(".*[eE][+-].*")) {
			return new CellFormat(Kind.EXPONENT, 0);
		}
		return new CellFormat(Kind.NUMBER, plain.matches("0{2,20}") ? plain.length() : 0);
	}

	/** Dates and times of Chinese programs (ECMA-376-1, 18.8.30, zh-cn). */
	private static boolean isChineseDate(int id) {
		return (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
	}

}
