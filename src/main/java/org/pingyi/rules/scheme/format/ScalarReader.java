package org.pingyi.rules.scheme.format;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.pingyi.base.web.text.PlainText;
import org.pingyi.rules.scheme.SchemeRefused.Fault;
import tools.jackson.databind.JsonNode;

/** Reads texts, numbers, yes or no, and words out of a fixed list. */
final class ScalarReader {

	private static final int LONGEST_TEXT = 2000;

	/**
	 * Places and digits beyond any regulation; keeps absurd exponents out of the engine.
	 */
	private static final int MOST_PLACES = 10;

	private static final int MOST_DIGITS = 20;

	private static final int EXCERPT = 60;

	private final List<Fault> faults;

	ScalarReader(List<Fault> faults) {
		this.faults = faults;
	}

	@Nullable Object read(Class<?> type, JsonNode json, String place) {
		if (type == String.class) {
			return string(json, place);
		}
		if (type.isEnum()) {
			return word(type, json, place);
		}
		if (type == boolean.class) {
			return taken(json, place, JsonNode::isBoolean, "scheme.file.boolean") ? json.booleanValue() : null;
		}
		return (type == BigDecimal.class) ? decimal(json, place) : whole(type, json, place);
	}

	@Nullable String string(JsonNode json, String place) {
		return taken(json, place, ScalarReader::isText, "scheme.file.string") ? json.stringValue() : null;
	}

	private @Nullable Object word(Class<?> type, JsonNode json, String place) {
		List<?> words = Arrays.asList(type.getEnumConstants());
		Object word = words.stream().filter((any) -> any.toString().equals(json.asString(""))).findFirst().orElse(null);
		if (word == null) {
			this.faults.add(new Fault(place, "scheme.file.word", excerpt(json.toString()) + " ∉ " + words));
		}
		return word;
	}

	private @Nullable BigDecimal decimal(JsonNode json, String place) {
		if (!taken(json, place, ScalarReader::isDecimal, "scheme.file.number")) {
			return null;
		}
		BigDecimal value = json.decimalValue().stripTrailingZeros();
		return (value.scale() < 0) ? value.setScale(0) : value;
	}

	private @Nullable Object whole(Class<?> type, JsonNode json, String place) {
		if (!taken(json, place, JsonNode::canConvertToInt, "scheme.file.whole")) {
			return null;
		}
		return (type == long.class || type == Long.class) ? (Object) json.longValue() : (Object) json.intValue();
	}

	private boolean taken(JsonNode json, String place, Predicate<JsonNode> fits, String key) {
		boolean taken = fits.test(json);
		if (!taken) {
			this.faults.add(new Fault(place, key, excerpt(json.toString())));
		}
		return taken;
	}

	private static boolean isText(JsonNode json) {
		return json.isString() && json.stringValue().length() <= LONGEST_TEXT
				&& PlainText.isStraight(json.stringValue());
	}

	private static boolean isDecimal(JsonNode json) {
		if (!json.isNumber()) {
			return false;
		}
		BigDecimal value = json.decimalValue();
		return value.scale() <= MOST_PLACES && (long) value.precision() - value.scale() <= MOST_DIGITS;
	}

	static String excerpt(String value) {
		return (value.length() <= EXCERPT) ? value : value.substring(0, EXCERPT) + "…";
	}

}
