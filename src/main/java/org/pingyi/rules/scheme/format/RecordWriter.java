package org.pingyi.rules.scheme.format;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Collection;

import org.jspecify.annotations.Nullable;
import org.pingyi.rules.scoring.Node;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a record and all below it as JSON, with every default spelt out, so that a
 * frozen document keeps its meaning when defaults change; what is empty is left out.
 */
final class RecordWriter {

	private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

	/** Adds the components of a record to an object. */
	void write(Object value, ObjectNode target) {
		if (value instanceof Node node) {
			target.put(Kinds.PROPERTY, node.kind());
		}
		for (RecordComponent component : value.getClass().getRecordComponents()) {
			Object part = part(value, component);
			if (part != null && Kinds.isFlat(component)) {
				write(part, target);
			}
			else if (part != null && !isEmpty(part)) {
				add(target, component.getName(), part);
			}
		}
	}

	private void add(ObjectNode target, String name, Object part) {
		if (part instanceof Collection<?> values) {
			ArrayNode array = target.putArray(name);
			values.stream().map((value) -> json(value)).forEach(array::add);
		}
		else {
			target.set(name, json(part));
		}
	}

	private tools.jackson.databind.JsonNode json(Object value) {
		if (value instanceof Record) {
			ObjectNode object = JSON.objectNode();
			write(value, object);
			return object;
		}
		return switch (value) {
			case BigDecimal number -> JSON.numberNode(number);
			case Integer number -> JSON.numberNode(number);
			case Long number -> JSON.numberNode(number);
			case Boolean yes -> JSON.booleanNode(yes);
			default -> JSON.stringNode(value.toString());
		};
	}

	private static boolean isEmpty(Object part) {
		return part.equals("") || part.equals(false) || (part instanceof Collection<?> values && values.isEmpty());
	}

	private static @Nullable Object part(Object record, RecordComponent component) {
		try {
			return component.getAccessor().invoke(record);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
