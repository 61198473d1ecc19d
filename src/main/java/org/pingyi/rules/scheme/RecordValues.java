package org.pingyi.rules.scheme;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.pingyi.rules.scoring.Text;

/** Looks into the records of a scheme by the names of their components. */
final class RecordValues {

	private RecordValues() {
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
