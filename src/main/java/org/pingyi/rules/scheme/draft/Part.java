package org.pingyi.rules.scheme.draft;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.pingyi.rules.scheme.SchemeRefused.Fault;

/**
 * A part of a draft as a page shows it: a record with its fields, or a list of records.
 *
 * @param scheme number of the scheme
 * @param place its path in the document; "" for the top
 * @param record name of the record; labels go by it
 * @param kind the kind of a node, or ""
 * @param mark stands for its content; a change that carries another is refused
 * @param trail what holds it, from the top
 * @param fields what can be filled in
 * @param outline the tree below it, or null
 * @param faults what keeps the draft from being frozen, here and below
 * @param warnings what should be thought over, here and below
 */
public record Part(long scheme, String place, String record, String kind, String mark, List<Step> trail,
		List<Field> fields, @Nullable OutlineNode outline, List<Fault> faults, List<Fault> warnings) {

	/**
	 * One step of the way to a place.
	 *
	 * @param place its path
	 * @param page whether it can be opened
	 * @param label what it is called
	 */
	public record Step(String place, boolean page, Choice label) {
	}

	/** What it is called. */
	public Choice label() {
		return this.trail.getLast().label();
	}

	/** The page above it, or "" for the top. */
	public String up() {
		return this.trail.reversed().stream().skip(1).filter(Step::page).findFirst().map(Step::place).orElse("");
	}

	/** The faults that are shown beside a field. */
	public List<Fault> faults(Field field) {
		return this.faults.stream().filter((fault) -> field.owns(fault.place())).toList();
	}

	/** The warnings that are shown beside a field. */
	public List<Fault> warnings(Field field) {
		return this.warnings.stream().filter((fault) -> field.owns(fault.place())).toList();
	}

	/** The faults of a node of the outline. */
	public List<Fault> faults(OutlineNode outline) {
		return this.faults.stream().filter((fault) -> outline.owns(fault.place())).toList();
	}

	/** The warnings of a node of the outline. */
	public List<Fault> warnings(OutlineNode outline) {
		return this.warnings.stream().filter((fault) -> outline.owns(fault.place())).toList();
	}

	/** The faults and warnings that no field and no node shows. */
	public List<Fault> others() {
		return Stream.concat(this.faults.stream(), this.warnings.stream())
			.filter((fault) -> this.fields.stream().noneMatch((field) -> shows(field, fault.place())))
			.filter((fault) -> !shows(this.outline, fault.place()))
			.toList();
	}

	private static boolean shows(Field field, String fault) {
		return field.owns(fault) || Stream
			.concat(field.fields().stream(), field.entries().stream().flatMap((entry) -> entry.fields().stream()))
			.anyMatch((inner) -> shows(inner, fault));
	}

	private static boolean shows(@Nullable OutlineNode outline, String fault) {
		return outline != null && (outline.owns(fault)
				|| outline.parts().stream().filter(Objects::nonNull).anyMatch((part) -> shows(part, fault)));
	}

}
