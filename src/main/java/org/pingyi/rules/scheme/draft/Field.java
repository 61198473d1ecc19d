package org.pingyi.rules.scheme.draft;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One property of a {@link Part} as a form shows it.
 *
 * @param name its path below the part, which names the input: {@code items[3].weight}
 * @param place its path in the document
 * @param record name of the record that it belongs to; labels go by it
 * @param property its own name
 * @param sort what kind of value it takes
 * @param required whether the document must state it
 * @param present whether the document states it
 * @param values the present values as text: Chinese and English of a text, else as many
 * as there are
 * @param choices what it can be chosen from
 * @param fields the fields of a record below it
 * @param entries the elements of a list of records
 */
public record Field(String name, String place, String record, String property, Sort sort, boolean required,
		boolean present, List<String> values, List<Choice> choices, List<Field> fields, List<Entry> entries) {

	private static final Pattern POSITION = Pattern.compile("\\[\\d+]");

	/** What kind of value a field takes. */
	public enum Sort {

		/** In Chinese and English. */
		TEXT,
		/** A line without languages. */
		LINE,
		/** A number with decimals. */
		DECIMAL,
		/** A whole number. */
		WHOLE,
		/** Yes or no. */
		FLAG,
		/** One of a few. */
		CODE,
		/** Any of several. */
		CODES,
		/** Some of several, in an order that counts. */
		ORDER,
		/** Codes that the document does not know. */
		NAMES,
		/** A record of its own. */
		PART,
		/** A list of records. */
		LIST

	}

	/** The first value, or "". */
	public String value() {
		return this.values.isEmpty() ? "" : this.values.getFirst();
	}

	/** Whether a fault at a place is this field's to show. */
	public boolean owns(String fault) {
		if (!fault.startsWith(this.place)) {
			return false;
		}
		String rest = fault.substring(this.place.length());
		boolean own = rest.isEmpty() || (this.sort == Sort.LIST && POSITION.matcher(rest).matches());
		return own || (this.sort != Sort.LIST && this.sort != Sort.PART && !Character.isLetter(rest.charAt(0)));
	}

	/**
	 * An element of a list.
	 *
	 * @param name its path below the part
	 * @param place its path in the document
	 * @param label what it is called
	 * @param page whether it has a page of its own, and shows but its figures here
	 */
	public record Entry(String name, String place, Choice label, boolean page, List<Field> fields) {
	}

}
