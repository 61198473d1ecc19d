package org.pingyi.base.web.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The texts that the cells of a workbook point to by number. */
final class SharedTexts {

	private static final int MOST_TEXTS = 600_000;

	private static final int MOST_CHARACTERS = 24_000_000;

	private final List<String> texts = new ArrayList<>();

	private int characters;

	SharedTexts(XmlPart part) throws IOException {
		while (part.next()) {
			if (part.opens("si")) {
				add(CellText.read(part, "si"));
			}
		}
	}

	private void add(String text) throws UnreadableWorkbook {
		this.characters += text.length();
		this.texts.add(text);
		if (this.texts.size() > MOST_TEXTS || this.characters > MOST_CHARACTERS) {
			throw UnreadableWorkbook.tooLarge();
		}
	}

	String get(int number) throws UnreadableWorkbook {
		if (number < 0 || number >= this.texts.size()) {
			throw UnreadableWorkbook.damaged();
		}
		return this.texts.get(number);
	}

}
