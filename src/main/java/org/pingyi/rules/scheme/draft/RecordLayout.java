package org.pingyi.rules.scheme.draft;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import org.pingyi.rules.scheme.format.Kinds;
import org.pingyi.rules.scoring.Node;
import org.pingyi.rules.scoring.Text;

/** What a record holds as a file writes it: flat records give their components to it. */
final class RecordLayout {

	private static final int ROW = 6;

	private static final int BLOCK = 3;

	private RecordLayout() {
	}

	/** The components of a record, or of the node whose kind the file names. */
	static List<RecordComponent> of(Class<?> type, JsonNode json) {
		Class<?> known = (type == Node.class) ? Kinds.type(json.path(Kinds.PROPERTY).asString("")).orElse(type) : type;
		RecordComponent[] own = known.isRecord() ? known.getRecordComponents() : new RecordComponent[0];
		return Arrays.stream(own)
			.flatMap((component) -> Kinds.isFlat(component) ? of(component.getType(), json).stream()
					: List.of(component).stream())
			.toList();
	}

	/** What the elements of a list are; empty for what is no list. */
	static Optional<Class<?>> element(Type type) {
		return (type instanceof ParameterizedType list) ? Optional.of((Class<?>) list.getActualTypeArguments()[0])
				: Optional.empty();
	}

	/** A list of records, each with properties of its own. */
	static boolean isRecords(Type type) {
		return element(type).filter((element) -> element.isRecord() || element == Node.class).isPresent();
	}

	/** Nodes are shown as an outline and not as fields. */
	static boolean isNodes(RecordComponent component) {
		return Kinds.isNodes(component);
	}

	static boolean isRequired(RecordComponent component) {
		Class<?> type = component.getType();
		boolean open = Collection.class.isAssignableFrom(type) || type == boolean.class || isNullable(component);
		return !open && !Kinds.hasDefault(component);
	}

	static boolean isNullable(RecordComponent component) {
		return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
	}

	/** Small records are edited on the page of what holds them, as a row of a table. */
	static boolean isRow(Class<?> element) {
		List<RecordComponent> own = plain(element);
		return !Kinds.isNode(element) && own.size() <= ROW && own.stream().noneMatch(RecordLayout::isDeep);
	}

	/** Records that are edited there too, but need more room than a row. */
	static boolean isBlock(Class<?> element) {
		List<RecordComponent> own = plain(element);
		return !Kinds.isNode(element) && own.size() <= BLOCK && own.stream().noneMatch(RecordLayout::isNodes);
	}

	private static List<RecordComponent> plain(Class<?> element) {
		return of(element, JsonNodeFactory.instance.objectNode());
	}

	private static boolean isDeep(RecordComponent component) {
		boolean record = component.getType().isRecord() && component.getType() != Text.class;
		return record || isNodes(component) || isRecords(component.getGenericType());
	}

}
