package org.pingyi.rules.scheme.comparison;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.pingyi.rules.scheme.format.Kinds;
import org.pingyi.rules.scoring.Text;

/** Looks into the records of a scheme by the names of their components. */
public final class RecordValues {

	private RecordValues() {
	}

	/**
	 * A property with its value.
	 *
	 * @param record simple name of the record that has it
	 * @param property its name
	 */
	public record Property(String record, String property, Object value) {
	}

	/**
	 * What a record states, in its order, with what files write flat in its place; what
	 * is empty or not so is left out, and so are the nodes below it.
	 */
	public static List<Property> stated(Object owner) {
		return Arrays.stream(owner.getClass().getRecordComponents())
			.flatMap((component) -> stated(owner, component))
			.toList();
	}

	private static Stream<Property> stated(Object owner, RecordComponent component) {
		Object value = read(owner, component);
		if (value == null || value.equals("") || value.equals(false)
				|| (value instanceof Collection<?> all && all.isEmpty())
				|| (Kinds.isNodes(component) && !Kinds.isFlat(component))) {
			return Stream.empty();
		}
		return Kinds.isFlat(component) ? stated(value).stream()
				: Stream.of(new Property(component.getDeclaringRecord().getSimpleName(), component.getName(), value));
	}

	/** The value of a component; null where the record has none of that name. */
	static @Nullable Object named(Object owner, String name) {
		return component(owner, name).map((component) -> read(owner, component)).orElse(null);
	}

	/** The code by which a list knows its member. */
	static Optional<String> code(Object member) {
		return Optional.ofNullable(named(member, "code")).map(Object::toString);
	}

	/** What people call a thing: its name, or what it asks, or its code. */
	static @Nullable Text name(Object thing) {
		for (String name : new String[] { "name", "text" }) {
			if (named(thing, name) instanceof Text text) {
				return text;
			}
		}
		return code(thing).map((code) -> new Text(code, null)).orElse(null);
	}

	private static Optional<RecordComponent> component(Object owner, String name) {
		return owner instanceof Record ? Arrays.stream(owner.getClass().getRecordComponents())
			.filter((component) -> component.getName().equals(name))
			.findFirst() : Optional.empty();
	}

	private static @Nullable Object read(Object owner, RecordComponent component) {
		try {
			return component.getAccessor().invoke(owner);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
