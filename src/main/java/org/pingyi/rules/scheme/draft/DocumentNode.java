package org.pingyi.rules.scheme.draft;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.pingyi.rules.scoring.Rules;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A place of a document with what stands there and of which type it is.
 *
 * @param above what holds it, or null at the top
 * @param place its path: {@code trees[0].root.parts[2].weight}
 * @param component what it is in the record that holds it; null in lists and at the top
 */
record DocumentNode(@Nullable DocumentNode above, String place, Type type, JsonNode json,
		@Nullable RecordComponent component) {

	private static final Pattern PLACE = Pattern.compile("(?:[A-Za-z]+|\\[\\d{1,3}])(?:\\.[A-Za-z]+|\\[\\d{1,3}])*");

	private static final Pattern STEP = Pattern.compile("[A-Za-z]+|\\d+");

	private static final int LONGEST = 500;

	static DocumentNode top(ObjectNode document) {
		return new DocumentNode(null, "", Rules.class, document, null);
	}

	/** What lies at a path below; empty when no such thing can be. */
	Optional<DocumentNode> find(String path) {
		if (path.isEmpty()) {
			return Optional.of(this);
		}
		if (path.length() > LONGEST || !PLACE.matcher(path).matches()) {
			return Optional.empty();
		}
		Optional<DocumentNode> found = Optional.of(this);
		for (String step : STEP.matcher(path).results().map((result) -> result.group()).toList()) {
			found = found.flatMap((node) -> node.step(step));
		}
		return found;
	}

	private Optional<DocumentNode> step(String step) {
		return Character.isDigit(step.charAt(0)) ? at(Integer.parseInt(step)) : named(step);
	}

	private Optional<DocumentNode> named(String name) {
		return components().stream()
			.filter((component) -> component.getName().equals(name))
			.findFirst()
			.map((component) -> child(component));
	}

	/** What a component holds, be it there or not. */
	DocumentNode child(RecordComponent component) {
		String name = component.getName();
		return new DocumentNode(this, this.place.isEmpty() ? name : this.place + "." + name, component.getGenericType(),
				this.json.path(name), component);
	}

	private Optional<DocumentNode> at(int index) {
		boolean there = this.json.isArray() && index < this.json.size();
		return there ? RecordLayout.element(this.type).map((element) -> at(index, element)) : Optional.empty();
	}

	private DocumentNode at(int index, Class<?> element) {
		return new DocumentNode(this, this.place + "[" + index + "]", element, this.json.path(index), null);
	}

	/** The elements of a list. */
	List<DocumentNode> elements() {
		return Stream.iterate(0, (i) -> i < this.json.size(), (i) -> i + 1).flatMap((i) -> at(i).stream()).toList();
	}

	/** What the record here may hold. */
	List<RecordComponent> components() {
		return (this.type instanceof Class<?> record) ? RecordLayout.of(record, this.json) : List.of();
	}

	/** The lists of records of a type, here and in the records below. */
	Stream<DocumentNode> lists(Class<?> element) {
		return components().stream()
			.map(this::child)
			.flatMap((child) -> RecordLayout.element(child.type()).filter(element::equals).isPresent()
					? Stream.of(child) : child.lists(element));
	}

	/** Whether a record can be edited here, or a list of records. */
	boolean isPart() {
		return !components().isEmpty() || RecordLayout.isRecords(this.type);
	}

	/** A property here or of the nearest record above that has it. */
	JsonNode nearest(String property) {
		JsonNode own = this.json.path(property);
		if (!own.isMissingNode()) {
			return own;
		}
		return (this.above != null) ? this.above.nearest(property) : MissingNode.getInstance();
	}

	/** Its path below a place that holds it. */
	String below(String holder) {
		String rest = this.place.substring(holder.length());
		return rest.startsWith(".") ? rest.substring(1) : rest;
	}

	/** The record or list that holds it. */
	DocumentNode holder() {
		if (this.above == null) {
			throw new IllegalStateException("Nothing holds " + this.place);
		}
		return this.above;
	}

}
