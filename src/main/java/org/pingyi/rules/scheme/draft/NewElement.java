package org.pingyi.rules.scheme.draft;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.pingyi.rules.scheme.format.Kinds;
import org.pingyi.rules.scheme.format.SchemeFile;
import org.pingyi.rules.scoring.AdjustmentRules;
import org.pingyi.rules.scoring.Compound;
import org.pingyi.rules.scoring.Node;
import org.pingyi.rules.scoring.Text;

/** Makes a new record that can be read and stored; what it lacks is for people to say. */
final class NewElement {

	private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

	private static final Set<String> CODES = Set.of("code", "key");

	private final Choices choices;

	private final DocumentNode list;

	private NewElement(Choices choices, DocumentNode list) {
		this.choices = choices;
		this.list = list;
	}

	/**
	 * A new element of a list.
	 * @param kind the kind of a node, or ""
	 */
	static ObjectNode element(Choices choices, DocumentNode list, String kind) {
		Class<?> type = RecordLayout.element(list.type()).orElseThrow();
		return new NewElement(choices, list).record(type, kind);
	}

	private ObjectNode record(Class<?> type, String kind) {
		ObjectNode object = JSON.objectNode();
		if (type == Text.class) {
			return object.put("zh", SchemeFile.PLACEHOLDER);
		}
		if (Kinds.isNode(type)) {
			object.put(Kinds.PROPERTY, kind.isEmpty() ? "weightedSum" : kind);
		}
		DocumentNode holder = new DocumentNode(this.list, this.list.place() + "[]", type, object, null);
		for (RecordComponent component : RecordLayout.of(type, object)) {
			if (RecordLayout.isRequired(component)) {
				object.set(component.getName(), value(holder, component));
			}
		}
		return object;
	}

	private JsonNode value(DocumentNode holder, RecordComponent component) {
		Class<?> type = component.getType();
		if (type == BigDecimal.class) {
			return JSON.numberNode(number(component));
		}
		if (type == int.class || type == long.class) {
			return JSON.numberNode(CODES.contains(component.getName()) ? next() : 1);
		}
		if (type.isRecord() || type == Node.class) {
			return record(type, "");
		}
		List<Choice> known = this.choices.of(holder, component).orElse(List.of());
		return JSON.stringNode(known.stream().findFirst().map(Choice::value).orElseGet(() -> code(holder)));
	}

	/** A new part takes the weight that is left; a new factor takes nothing away. */
	private BigDecimal number(RecordComponent component) {
		if (component.getDeclaringRecord() == AdjustmentRules.Factor.class) {
			return BigDecimal.ONE;
		}
		if (component.getDeclaringRecord() != Compound.Weighted.class) {
			return BigDecimal.ZERO;
		}
		BigDecimal total = this.list.nearest("total").asDecimal(Node.HUNDRED);
		BigDecimal sum = this.list.json()
			.valueStream()
			.map((part) -> part.path("weight").asDecimal(BigDecimal.ZERO))
			.reduce(BigDecimal.ZERO, BigDecimal::add);
		return total.subtract(sum).max(BigDecimal.ZERO);
	}

	private int next() {
		return this.list.json().valueStream().mapToInt((each) -> each.path("code").asInt(0)).max().orElse(0) + 1;
	}

	private String code(DocumentNode holder) {
		Class<?> type = (Class<?>) holder.type();
		boolean node = holder.json().has(Kinds.PROPERTY);
		String stem = node ? holder.json().path(Kinds.PROPERTY).asString("")
				: type.getSimpleName().toLowerCase(Locale.ROOT);
		List<String> taken = this.choices.taken(this.list, node);
		return Stream.iterate(1, (i) -> i + 1)
			.map((i) -> stem + i)
			.filter((code) -> !taken.contains(code))
			.findFirst()
			.orElseThrow();
	}

}
