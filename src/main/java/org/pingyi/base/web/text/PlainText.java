package org.pingyi.base.web.text;

/** What counts as text: what the database stores and every page shows as it was typed. */
public final class PlainText {

	private PlainText() {
	}

	/**
	 * Whether it holds no control characters but tabs and line breaks, no half of a
	 * character, and nothing that is no character.
	 */
	public static boolean is(String text) {
		return text.codePoints().noneMatch((point) -> isControl(point) && "\t\r\n".indexOf(point) < 0);
	}

	/** Whether it is text that turns nothing around that follows it on a page. */
	public static boolean isStraight(String text) {
		return is(text) && text.codePoints().noneMatch(PlainText::turns);
	}

	/** Whether it may be a name: one line of such text. */
	public static boolean isName(String text) {
		return isStraight(text) && text.codePoints().noneMatch(Character::isISOControl);
	}

	/**
	 * The text without what nobody sees and which comes with what is copied: marks that
	 * turn the direction of writing, and control characters but tabs and line breaks. NUL
	 * and halves of characters stay: nobody copies them, and they are refused.
	 */
	public static String straightened(String text) {
		if (text.codePoints().noneMatch(PlainText::isInvisible)) {
			return text;
		}
		return text.codePoints()
			.filter((point) -> !isInvisible(point))
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

	private static boolean isInvisible(int point) {
		return turns(point) || (Character.isISOControl(point) && "\0\t\r\n".indexOf(point) < 0);
	}

	private static boolean isControl(int point) {
		return Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE
				|| (point & 0xFFFE) == 0xFFFE;
	}

	/** Embeddings, overrides and isolates of the direction of writing, and its marks. */
	private static boolean turns(int point) {
		return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069) || point == 0x200E
				|| point == 0x200F || point == 0x061C;
	}

}
