package org.pingyi.rules.scheme;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.pingyi.rules.scoring.Node;

/**
 * The kinds of nodes by the name that files give them, and which records a file writes
 * flat: a part is its weight and, beside it, its node.
 */
final class Kinds {

	static final String PROPERTY = "kind";

	private static final Map<String, Class<?>> BY_NAME = byName();

	private Kinds() {
	}

	static Optional<Class<?>> type(String kind) {
		return Optional.ofNullable(BY_NAME.get(kind));
	}

	/** The names as a list for people: {@code ballotPoints, constant, ...}. */
	static String names() {
		return String.join(", ", BY_NAME.keySet());
	}

	static boolean isFlat(RecordComponent component) {
		return component.getType() == Node.Head.class
				|| (component.getType() == Node.class && component.getDeclaringRecord() == Node.Weighted.class);
	}

	private static Map<String, Class<?>> byName() {
		Map<String, Class<?>> types = new TreeMap<>();
		Arrays.stream(Node.class.getPermittedSubclasses()).forEach((type) -> types.put(Node.kind(type), type));
		return types;
	}

}
