package org.pingyi.rules.scheme.format;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.pingyi.rules.scheme.SchemeRefused.Fault;
import org.pingyi.rules.scoring.Node;
import org.pingyi.rules.scoring.Text;
import tools.jackson.databind.JsonNode;

/**
 * Reads a record and all below it from JSON by the names of its components, and notes
 * every fault with its place instead of stopping at the first. New records and node kinds
 * need nothing here.
 */
final class RecordReader {

	private final List<Fault> faults;

	private final ScalarReader scalars;

	RecordReader(List<Fault> faults) {
		this.faults = faults;
		this.scalars = new ScalarReader(faults);
	}

	/** The record, or null when a fault was noted. */
	<T> @Nullable T read(Class<T> type, JsonNode json, String place) {
		return type.cast(value(type, json, place));
	}

	private @Nullable Object value(Type type, JsonNode json, String place) {
		if (type instanceof ParameterizedType collection) {
			return collection(collection, json, place);
		}
		Class<?> raw = (Class<?>) type;
		if (raw == Text.class) {
			return text(json, place);
		}
		return (raw.isRecord() || raw == Node.class) ? object(raw, json, place) : this.scalars.read(raw, json, place);
	}

	/** A text in its languages, or just the Chinese one. */
	private @Nullable Object text(JsonNode json, String place) {
		if (json.isString()) {
			String chinese = this.scalars.string(json, place);
			return (chinese != null) ? spoken(new Text(chinese, null), place) : null;
		}
		return (object(Text.class, json, place) instanceof Text text) ? spoken(text, place + ".zh") : null;
	}

	private @Nullable Object spoken(Text text, String place) {
		return text.zh().isBlank() ? fault(place, "scheme.file.blank", "") : text;
	}

	private @Nullable Object collection(ParameterizedType type, JsonNode json, String place) {
		if (!json.isArray()) {
			return fault(place, "scheme.file.array", json);
		}
		boolean set = type.getRawType() == Set.class;
		Collection<Object> values = set ? new TreeSet<>() : new ArrayList<>();
		for (int i = 0; i < json.size(); i++) {
			Object value = value(type.getActualTypeArguments()[0], json.get(i), place + "[" + i + "]");
			if (value != null && !values.add(value)) {
				fault(place + "[" + i + "]", "scheme.file.twice", json.get(i));
			}
		}
		return set ? Collections.unmodifiableSet((Set<?>) values) : List.copyOf(values);
	}

	private @Nullable Object object(Class<?> type, JsonNode json, String place) {
		if (!json.isObject()) {
			return fault(place, "scheme.file.object", json);
		}
		Set<String> unread = new LinkedHashSet<>(json.propertyNames());
		Object built = build(type, json, place, unread);
		unread.forEach((name) -> this.faults.add(new Fault(join(place, name), "scheme.file.unknown", name)));
		return built;
	}

	private @Nullable Object build(Class<?> type, JsonNode json, String place, Set<String> unread) {
		if (type == Node.class) {
			return node(json, place, unread);
		}
		int before = this.faults.size();
		Object[] values = Arrays.stream(type.getRecordComponents())
			.map((component) -> component(component, json, place, unread))
			.toArray();
		return (this.faults.size() == before) ? construct(type, values) : null;
	}

	private @Nullable Object node(JsonNode json, String place, Set<String> unread) {
		String kind = json.path(Kinds.PROPERTY).asString("");
		Class<?> type = Kinds.type(kind).orElse(null);
		if (type == null) {
			unread.clear();
			return fault(join(place, Kinds.PROPERTY), "scheme.file.kind", kind + " ∉ " + Kinds.names());
		}
		unread.remove(Kinds.PROPERTY);
		return build(type, json, place, unread);
	}

	private @Nullable Object component(RecordComponent component, JsonNode json, String place, Set<String> unread) {
		if (Kinds.isFlat(component)) {
			return build(component.getType(), json, place, unread);
		}
		String name = component.getName();
		unread.remove(name);
		JsonNode given = json.path(name);
		boolean absent = given.isMissingNode() || given.isNull();
		return absent ? absent(component, join(place, name))
				: value(component.getGenericType(), given, join(place, name));
	}

	private @Nullable Object absent(RecordComponent component, String place) {
		Class<?> type = component.getType();
		if (type == boolean.class) {
			return false;
		}
		if (Collection.class.isAssignableFrom(type)) {
			return (type == Set.class) ? Set.of() : List.of();
		}
		if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
			return null;
		}
		return Defaults.of(component).orElseGet(() -> fault(place, "scheme.file.required", component.getName()));
	}

	private @Nullable Object fault(String place, String key, Object value) {
		this.faults.add(new Fault(place, key, ScalarReader.excerpt(value.toString())));
		return null;
	}

	private static String join(String place, String name) {
		return place.isEmpty() ? name : place + "." + name;
	}

	private static Object construct(Class<?> type, @Nullable Object[] values) {
		try {
			Class<?>[] types = Arrays.stream(type.getRecordComponents())
				.map(RecordComponent::getType)
				.toArray(Class<?>[]::new);
			Constructor<?> constructor = type.getDeclaredConstructor(types);
			return constructor.newInstance(values);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
