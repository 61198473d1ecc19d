package org.pingyi.rules.scheme.format;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.pingyi.rules.scoring.Compound;
import org.pingyi.rules.scoring.Node;
import org.pingyi.rules.scoring.Poll;
import org.pingyi.rules.scoring.Range;
import org.pingyi.rules.scoring.When;

/**
 * The kinds of nodes by the name that files give them, and how files write the records of
 * a scheme. Some stand flat in the record that holds them: a part is its weight and,
 * beside it, its node; a rule its conditions.
 */
public final class Kinds {

	public static final String PROPERTY = "kind";

	private static final Map<String, Class<?>> BY_NAME = byName();

	private static final Set<Class<?>> FLAT = Set.of(Node.Head.class, Poll.Sample.class, Range.class, When.class);

	private Kinds() {
	}

	public static Optional<Class<?>> type(String kind) {
		return Optional.ofNullable(BY_NAME.get(kind));
	}

	/** The names as a list for people: {@code ballotPoints, constant, ...}. */
	public static String names() {
		return String.join(", ", BY_NAME.keySet());
	}

	/** The names by family: {@code compound}, {@code poll}, ... */
	public static Map<String, List<String>> families() {
		Map<String, List<String>> families = new LinkedHashMap<>();
		for (Class<?> family : Node.class.getPermittedSubclasses()) {
			families.put(Node.kind(family), Arrays.stream(family.getPermittedSubclasses()).map(Node::kind).toList());
		}
		return families;
	}

	/** Whether a property is, or lists, nodes of the tree below. */
	public static boolean isNodes(RecordComponent component) {
		boolean list = component.getGenericType() instanceof ParameterizedType collection
				&& isNode(collection.getActualTypeArguments()[0]);
		return component.getType() == Node.class || list;
	}

	/** Whether this type is a node, or a part that is one. */
	public static boolean isNode(Type type) {
		return type == Node.class || type == Compound.Weighted.class;
	}

	/** Whether a file need not state a property, though it always has a value. */
	public static boolean hasDefault(RecordComponent component) {
		return Defaults.of(component).isPresent();
	}

	public static boolean isFlat(RecordComponent component) {
		return FLAT.contains(component.getType())
				|| (component.getType() == Node.class && component.getDeclaringRecord() == Compound.Weighted.class);
	}

	private static Map<String, Class<?>> byName() {
		Map<String, Class<?>> types = new TreeMap<>();
		Arrays.stream(Node.class.getPermittedSubclasses())
			.flatMap((family) -> Arrays.stream(family.getPermittedSubclasses()))
			.forEach((type) -> types.put(Node.kind(type), type));
		return types;
	}

}
