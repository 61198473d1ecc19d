package org.pingyi.base.web.workbook;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Pattern;

import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.NumberToTextConverter;

import org.pingyi.base.web.workbook.UnreadableWorkbook.Reason;

/** Numbers of a workbook as the text that its reader sees. */
final class Numbers {

	/** From here on a spreadsheet has dropped digits of what was typed. */
	private static final double MANY_DIGITS = 1e15;

	/** The day after 9999-12-31. */
	private static final double AFTER_LAST_DAY = 2_958_466;

	private static final Pattern NUMBER = Pattern
		.compile("[+-]?(\\d{1,40}\\.?\\d{0,40}|\\.\\d{1,40})([eE][+-]?\\d{1,4})?");

	private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

	private final boolean from1904;

	/**
	 * Reads the numbers of one workbook.
	 * @param from1904 whether its dates are counted from 1904
	 */
	Numbers(boolean from1904) {
		this.from1904 = from1904;
	}

	/**
	 * A number by its format: digits without an exponent, {@code 98.5%}, or a date such
	 * as {@code 2026-01-31} or {@code 2026-01-31 09:30}.
	 */
	String text(String stored, CellFormat format, String cell) throws UnreadableWorkbook {
		double number = number(stored, cell);
		return switch (format.kind()) {
			case DATE -> date(number, cell);
			case EXPONENT -> throw new UnreadableWorkbook(Reason.DIGITS, cell);
			case PERCENT -> digits(number, cell).movePointRight(2).stripTrailingZeros().toPlainString() + "%";
			case NUMBER -> padded(digits(number, cell).toPlainString(), format.digits());
		};
	}

	private static double number(String stored, String cell) throws UnreadableWorkbook {
		if (!NUMBER.matcher(stored).matches()) {
			throw new UnreadableWorkbook(Reason.DAMAGED, cell);
		}
		return Double.parseDouble(stored);
	}

	/** As many digits as a spreadsheet keeps. */
	private static BigDecimal digits(double number, String cell) throws UnreadableWorkbook {
		if (Math.abs(number) >= MANY_DIGITS) {
			throw new UnreadableWorkbook(Reason.DIGITS, cell);
		}
		return new BigDecimal(NumberToTextConverter.toText(number));
	}

	private static String padded(String digits, int least) {
		boolean code = digits.chars().allMatch(Character::isDigit);
		return code ? "0".repeat(Math.max(0, least - digits.length())) + digits : digits;
	}

	private String date(double number, String cell) throws UnreadableWorkbook {
		if (!DateUtil.isValidExcelDate(number) || number >= AFTER_LAST_DAY) {
			throw new UnreadableWorkbook(Reason.DATE, cell);
		}
		LocalDateTime time = DateUtil.getLocalDateTime(number, this.from1904);
		boolean day = time.toLocalTime().equals(LocalTime.MIDNIGHT);
		return day ? time.toLocalDate().toString() : time.toString().replace('T', ' ');
	}

	/** A small number in an attribute; -1 for anything else. */
	static int whole(String text) {
		return WHOLE.matcher(text).matches() ? Integer.parseInt(text) : -1;
	}

}
