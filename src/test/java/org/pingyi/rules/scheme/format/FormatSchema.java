package org.pingyi.rules.scheme.format;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.pingyi.rules.scoring.Compound;
import org.pingyi.rules.scoring.Node;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.Text;

/**
 * Writes the JSON Schema of the scheme file from the very records and defaults by which
 * files are read, so that it cannot say anything else.
 */
public final class FormatSchema {

	private static final int LONGEST_TEXT = 2000;

	private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

	private final TreeMap<String, ObjectNode> definitions = new TreeMap<>();

	private FormatSchema() {
	}

	public static String document() {
		return JsonMapper.shared()
			.writerWithDefaultPrettyPrinter()
			.writeValueAsString(new FormatSchema().schema())
			.replace("\r\n", "\n") + "\n";
	}

	private ObjectNode schema() {
		ObjectNode schema = JSON.objectNode()
			.put("$schema", "https://json-schema.org/draft/2020-12/schema")
			.put("$id", "urn:pingyi:scheme:2")
			.put("title", SchemeFile.FORMAT);
		ObjectNode record = closed(Rules.class);
		((ObjectNode) record.get("properties")).putObject("format").put("const", SchemeFile.FORMAT);
		((ArrayNode) record.get("required")).insert(0, "format");
		schema.setAll(record);
		ObjectNode defs = schema.putObject("$defs");
		this.definitions.forEach(defs::set);
		return schema;
	}

	/** A record that takes its own properties only. */
	private ObjectNode closed(Class<?> type) {
		return record(type).put("additionalProperties", false);
	}

	private ObjectNode record(Class<?> type) {
		ObjectNode object = JSON.objectNode().put("type", "object");
		ObjectNode properties = object.putObject("properties");
		ArrayNode required = object.putArray("required");
		components(type, properties, required);
		if (required.isEmpty()) {
			object.remove("required");
		}
		return object;
	}

	/** What a record holds, and beside it what the records hold that files write flat. */
	private void components(Class<?> type, ObjectNode properties, ArrayNode required) {
		for (RecordComponent component : type.getRecordComponents()) {
			if (!Kinds.isFlat(component)) {
				properties.set(component.getName(), property(component));
				if (isRequired(component)) {
					required.add(component.getName());
				}
			}
			else if (component.getType() != Node.class) {
				components(component.getType(), properties, required);
			}
		}
	}

	private static boolean isRequired(RecordComponent component) {
		return component.getType() != boolean.class && !Collection.class.isAssignableFrom(component.getType())
				&& !component.getAnnotatedType().isAnnotationPresent(Nullable.class)
				&& Defaults.of(component).isEmpty();
	}

	private ObjectNode property(RecordComponent component) {
		ObjectNode property = value(component.getGenericType());
		Optional<Object> value = Defaults.of(component)
			.filter((any) -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class));
		value.filter((any) -> !(any instanceof Record)).ifPresent((any) -> property.set("default", scalar(any)));
		if (component.getType() == boolean.class) {
			property.put("default", false);
		}
		return property;
	}

	private static tools.jackson.databind.JsonNode scalar(Object value) {
		return switch (value) {
			case BigDecimal number -> JSON.numberNode(number);
			case Integer number -> JSON.numberNode(number);
			case Long number -> JSON.numberNode(number);
			default -> JSON.stringNode(value.toString());
		};
	}

	private ObjectNode value(Type type) {
		if (type instanceof ParameterizedType collection) {
			ObjectNode array = JSON.objectNode().put("type", "array");
			array.set("items", value(collection.getActualTypeArguments()[0]));
			return (collection.getRawType() == Set.class) ? array.put("uniqueItems", true) : array;
		}
		Class<?> raw = (Class<?>) type;
		return (raw.isRecord() || raw == Node.class) ? reference(raw) : scalar(raw);
	}

	private static ObjectNode scalar(Class<?> type) {
		ObjectNode value = JSON.objectNode();
		if (type.isEnum()) {
			ArrayNode words = value.putArray("enum");
			Arrays.stream(type.getEnumConstants()).map(Object::toString).forEach(words::add);
			return value;
		}
		if (type == String.class) {
			return value.put("type", "string").put("maxLength", LONGEST_TEXT);
		}
		boolean whole = type != boolean.class && type != BigDecimal.class;
		return value.put("type", whole ? "integer" : (type == boolean.class) ? "boolean" : "number");
	}

	private ObjectNode reference(Class<?> type) {
		String name = Node.kind(type);
		if (!this.definitions.containsKey(name)) {
			this.definitions.put(name, JSON.objectNode());
			this.definitions.put(name, definition(type));
		}
		return JSON.objectNode().put("$ref", "#/$defs/" + name);
	}

	private ObjectNode definition(Class<?> type) {
		if (type == Text.class) {
			return text();
		}
		if (type == Node.class) {
			return anyKind(JSON.objectNode().put("type", "object"));
		}
		return (type == Compound.Weighted.class) ? anyKind(record(type)) : closed(type);
	}

	/** A text in its languages, or just the Chinese one, which is not blank. */
	private ObjectNode text() {
		ObjectNode both = closed(Text.class);
		((ObjectNode) both.get("properties").get("zh")).put("pattern", "\\S");
		ObjectNode text = JSON.objectNode();
		text.putArray("oneOf").add(scalar(String.class).put("pattern", "\\S")).add(both);
		return text;
	}

	/**
	 * A node of some kind, and beside it what the object holds already. The kind decides
	 * what else is asked: trying all of them at each depth would take for ever.
	 */
	private ObjectNode anyKind(ObjectNode object) {
		if (!object.has("properties")) {
			object.putObject("properties");
			object.putArray("required");
		}
		ArrayNode names = ((ObjectNode) object.get("properties")).putObject(Kinds.PROPERTY).putArray("enum");
		((ArrayNode) object.get("required")).add(Kinds.PROPERTY);
		ArrayNode kinds = object.putArray("allOf");
		for (String kind : Kinds.names().split(", ")) {
			names.add(kind);
			ObjectNode choice = kinds.addObject();
			choice.putObject("if").putObject("properties").putObject(Kinds.PROPERTY).put("const", kind);
			choice.putObject("then").put("$ref", "#/$defs/" + kind);
			if (!this.definitions.containsKey(kind)) {
				this.definitions.put(kind, JSON.objectNode());
				this.definitions.put(kind, kind(kind));
			}
		}
		return object.put("unevaluatedProperties", false);
	}

	private ObjectNode kind(String kind) {
		ObjectNode record = record(Kinds.type(kind).orElseThrow());
		ObjectNode properties = JSON.objectNode();
		properties.putObject(Kinds.PROPERTY).put("const", kind);
		properties.setAll((ObjectNode) record.get("properties"));
		record.set("properties", properties);
		((ArrayNode) record.get("required")).insert(0, Kinds.PROPERTY);
		return record;
	}

}
