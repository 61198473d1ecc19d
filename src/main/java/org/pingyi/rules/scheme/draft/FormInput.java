package org.pingyi.rules.scheme.draft;

import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.pingyi.rules.scoring.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes what was typed into a document. What cannot be read as what it should be stays
 * as it was typed, so that reading the document names the fault.
 */
final class FormInput {

	private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

	private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,20}(\\.\\d{1,20})?");

	private static final Pattern BETWEEN = Pattern.compile("[\\s,，、;；]+");

	private FormInput() {
	}

	/** Takes fields in, by their names below a part. */
	static void into(DocumentNode part, Map<String, List<String>> values) {
		// A record that is switched off takes its own fields with it.
		Map<String, List<String>> outer = new TreeMap<>(values);
		values.forEach((name, typed) -> {
			if (isOff(part, name, typed)) {
				outer.keySet().removeIf((other) -> other.startsWith(name + "."));
			}
		});
		outer.forEach((name, typed) -> part.find(name).ifPresent((node) -> write(node, typed)));
	}

	private static boolean isOff(DocumentNode part, String name, List<String> typed) {
		return part.find(name).filter(FormInput::isRecord).isPresent() && !typed.getLast().equals("true");
	}

	private static boolean isRecord(DocumentNode node) {
		return node.type() instanceof Class<?> type && type.isRecord();
	}

	private static void write(DocumentNode node, List<String> typed) {
		if (node.component() == null || RecordLayout.isNodes(node.component())) {
			return;
		}
		if (isRecord(node)) {
			present(node, typed.getLast().equals("true"));
			return;
		}
		JsonNode value = value(node.type(), typed);
		DocumentNode holder = node.holder();
		if (value != null) {
			object(holder).set(name(node), value);
		}
		else if (holder(holder) instanceof ObjectNode object) {
			object.remove(name(node));
		}
	}

	private static String name(DocumentNode node) {
		return Objects.requireNonNull(node.component()).getName();
	}

	private static void present(DocumentNode node, boolean present) {
		if (present) {
			object(node);
		}
		else {
			object(node.holder()).remove(name(node));
		}
	}

	/** What stands at a node now: an earlier field may have made it. */
	private static JsonNode holder(DocumentNode node) {
		return (node.component() == null) ? node.json() : holder(node.holder()).path(name(node));
	}

	/** The record at a node, made where there is none. */
	static ObjectNode object(DocumentNode node) {
		if (holder(node) instanceof ObjectNode object) {
			return object;
		}
		return object(node.holder()).putObject(name(node));
	}

	private static @Nullable JsonNode value(Type type, List<String> typed) {
		if (type instanceof Class<?> scalar) {
			return scalar(scalar, typed.getLast());
		}
		Class<?> element = RecordLayout.element(type).orElseThrow();
		ArrayNode array = JSON.arrayNode();
		typed.stream()
			.flatMap((line) -> Stream.of(BETWEEN.split(line.strip())))
			.filter((word) -> !word.isEmpty())
			.distinct()
			.map((word) -> scalar(element, word))
			.forEach(array::add);
		return array.isEmpty() ? null : array;
	}

	private static @Nullable JsonNode scalar(Class<?> type, String typed) {
		String text = typed.strip();
		if (text.isEmpty()) {
			return null;
		}
		if (type == boolean.class) {
			return JSON.booleanNode(text.equals("true"));
		}
		boolean words = type == String.class || type.isEnum() || type == Text.class
				|| Collection.class.isAssignableFrom(type);
		return words ? JSON.stringNode(text) : number(type, text);
	}

	/** People also type the wide digits of their keyboard. */
	private static JsonNode number(Class<?> type, String text) {
		String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
		if (!NUMBER.matcher(plain).matches()) {
			return JSON.stringNode(text);
		}
		boolean whole = type != BigDecimal.class && !plain.contains(".");
		return whole ? JSON.numberNode(new BigInteger(plain)) : JSON.numberNode(new BigDecimal(plain));
	}

}
