package org.pingyi.rules.scheme.draft;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.pingyi.rules.scheme.SchemeRefused.Fault;
import org.pingyi.rules.scheme.draft.Field.Entry;
import org.pingyi.rules.scheme.draft.Field.Sort;
import org.pingyi.rules.scheme.format.Kinds;
import org.pingyi.rules.scoring.ChosenFrom;
import org.pingyi.rules.scoring.Text;

/**
 * Describes a part of a draft by the components of its record, as it is written, be it
 * sound or not. New records and node kinds need nothing here.
 */
final class Description {

	private final Choices choices;

	private final Breadcrumbs trails;

	private final String page;

	private final int cut;

	private final List<String> basics;

	/**
	 * @param document the draft
	 * @param page the place whose page is shown
	 */
	Description(ObjectNode document, String page) {
		this.choices = new Choices(document);
		this.trails = new Breadcrumbs(this.choices);
		this.page = page;
		this.cut = page.length();
		this.basics = Breadcrumbs.basics(document).map(DocumentNode::place).toList();
	}

	/** The part of a page. */
	Part part(long scheme, DocumentNode node, String mark, List<Fault> faults, List<Fault> warnings) {
		return new Part(scheme, this.page, record(node), node.json().path(Kinds.PROPERTY).asString(""), mark,
				this.trails.of(node), fields(node), new Outlines(this.page).of(node),
				faults.stream().filter(this::here).toList(), warnings.stream().filter(this::here).toList());
	}

	/** The page of the basics answers for what no other page shows. */
	private boolean here(Fault fault) {
		String place = fault.place();
		if (this.cut == 0) {
			return this.basics.stream().anyMatch(place::startsWith);
		}
		return place.startsWith(this.page)
				&& (place.length() == this.cut || !Character.isLetterOrDigit(place.charAt(this.cut)));
	}

	private static String record(DocumentNode node) {
		return RecordLayout.element(node.type()).orElseGet(() -> (Class<?>) node.type()).getSimpleName();
	}

	private List<Field> fields(DocumentNode node) {
		if (RecordLayout.isRecords(node.type())) {
			return List.of(list(node, "", node.place()));
		}
		return node.components()
			.stream()
			.filter((component) -> !RecordLayout.isNodes(component))
			.filter((component) -> node.above() != null || !Breadcrumbs.isPage(node.child(component)))
			.map((component) -> field(node, component))
			.toList();
	}

	private Field field(DocumentNode holder, RecordComponent component) {
		DocumentNode node = holder.child(component);
		String record = component.getDeclaringRecord().getSimpleName();
		if (RecordLayout.isRecords(node.type())) {
			return list(node, record, component.getName());
		}
		List<Choice> known = this.choices.of(holder, component).orElse(List.of());
		Sort sort = sort(component, known);
		boolean present = !node.json().isMissingNode();
		boolean must = RecordLayout.isRequired(component) || (sort == Sort.PART && !RecordLayout.isNullable(component));
		return new Field(node.below(this.page), node.place(), record, component.getName(), sort, must, present,
				values(node.json(), sort), withPresent(known, node.json(), sort),
				(sort == Sort.PART) ? fields(node) : List.of(), List.of());
	}

	private static Sort sort(RecordComponent component, List<Choice> known) {
		Class<?> type = component.getType();
		if (Collection.class.isAssignableFrom(type)) {
			ChosenFrom from = component.getAnnotation(ChosenFrom.class);
			return (from == null) ? Sort.NAMES : (from.ordered() ? Sort.ORDER : Sort.CODES);
		}
		if (type == Text.class) {
			return Sort.TEXT;
		}
		if (type.isRecord()) {
			return Sort.PART;
		}
		if (type == boolean.class) {
			return Sort.FLAG;
		}
		if (!known.isEmpty()) {
			return Sort.CODE;
		}
		return (type == String.class) ? Sort.LINE : ((type == BigDecimal.class) ? Sort.DECIMAL : Sort.WHOLE);
	}

	/** What is chosen now stays a choice even if nothing knows it any more. */
	private static List<Choice> withPresent(List<Choice> known, JsonNode json, Sort sort) {
		boolean chosen = sort == Sort.CODE || sort == Sort.CODES || sort == Sort.ORDER;
		List<Choice> all = new ArrayList<>(known);
		(chosen ? values(json, sort) : List.<String>of()).stream()
			.filter((value) -> !value.isEmpty() && known.stream().noneMatch((choice) -> choice.value().equals(value)))
			.forEach((value) -> all.add(new Choice(value, null, "")));
		return all;
	}

	static List<String> values(JsonNode json, Sort sort) {
		if (sort == Sort.TEXT) {
			return List.of(scalar(json.path("zh")), scalar(json.path("en")));
		}
		return json.isArray() ? json.valueStream().map(Description::scalar).toList()
				: (json.isMissingNode() || json.isObject()) ? List.of() : List.of(scalar(json));
	}

	static String scalar(JsonNode json) {
		return json.isNumber() ? json.decimalValue().toPlainString() : json.asString("");
	}

	private Field list(DocumentNode node, String record, String property) {
		Class<?> element = RecordLayout.element(node.type()).orElseThrow();
		boolean here = RecordLayout.isRow(element) || RecordLayout.isBlock(element);
		boolean figures = node.place().contains(".");
		List<Entry> entries = node.elements().stream().map((each) -> entry(each, here, figures)).toList();
		return new Field(node.below(this.page), node.place(), record, property, Sort.LIST, false, true,
				List.of(RecordLayout.isRow(element) ? "row" : here ? "block" : "page"), List.of(), List.of(), entries);
	}

	private Entry entry(DocumentNode node, boolean here, boolean figures) {
		List<Field> fields = here ? fields(node) : figures ? figures(node) : List.of();
		return new Entry(node.below(this.page), node.place(), this.trails.label(node), !here, fields);
	}

	/** The numbers of a record that has a page of its own. */
	private List<Field> figures(DocumentNode node) {
		return node.components()
			.stream()
			.filter((component) -> component.getType() == BigDecimal.class)
			.map((component) -> field(node, component))
			.toList();
	}

}
