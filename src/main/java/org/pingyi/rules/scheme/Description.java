package org.pingyi.rules.scheme;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.pingyi.rules.scheme.Field.Entry;
import org.pingyi.rules.scheme.Field.Sort;
import org.pingyi.rules.scheme.Part.Step;
import org.pingyi.rules.scheme.SchemeRefused.Fault;
import org.pingyi.rules.scoring.Compound;
import org.pingyi.rules.scoring.Node;
import org.pingyi.rules.scoring.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Describes a part of a draft by the components of its record, as it is written, be it
 * sound or not. New records and node kinds need nothing here.
 */
final class Description {

	private static final String PARTS = "parts";

	private static final List<String> BASICS = List.of("title", "source", "notes");

	private final Choices choices;

	private final String page;

	private final int cut;

	/**
	 * @param document the draft
	 * @param page the place whose page is shown
	 */
	Description(ObjectNode document, String page) {
		this.choices = new Choices(document);
		this.page = page;
		this.cut = page.length();
	}

	/** The part of a page. */
	Part part(long scheme, Spot spot, String mark, List<Fault> faults, List<Fault> warnings) {
		return new Part(scheme, this.page, record(spot), spot.json().path(Kinds.PROPERTY).asString(""), mark,
				trail(spot), fields(spot), outline(spot), faults.stream().filter(this::here).toList(),
				warnings.stream().filter(this::here).toList());
	}

	/** The page of the basics answers for what no other page shows. */
	private boolean here(Fault fault) {
		String place = fault.place();
		if (this.cut == 0) {
			return BASICS.stream().anyMatch(place::startsWith);
		}
		return place.startsWith(this.page)
				&& (place.length() == this.cut || !Character.isLetterOrDigit(place.charAt(this.cut)));
	}

	private static String record(Spot spot) {
		return Shape.element(spot.type()).orElseGet(() -> (Class<?>) spot.type()).getSimpleName();
	}

	private String name(Spot spot) {
		String rest = spot.place().substring(this.cut);
		return rest.startsWith(".") ? rest.substring(1) : rest;
	}

	private List<Field> fields(Spot spot) {
		if (Shape.isRecords(spot.type())) {
			return List.of(list(spot, "", spot.place()));
		}
		return spot.components()
			.stream()
			.filter((component) -> !Shape.isNodes(component))
			.filter((component) -> spot.above() != null || !isPage(spot.child(component)))
			.map((component) -> field(spot, component))
			.toList();
	}

	private Field field(Spot holder, RecordComponent component) {
		Spot spot = holder.child(component);
		String record = component.getDeclaringRecord().getSimpleName();
		if (Shape.isRecords(spot.type())) {
			return list(spot, record, component.getName());
		}
		List<Choice> known = this.choices.of(holder, component).orElse(List.of());
		Sort sort = sort(component, known);
		boolean present = !spot.json().isMissingNode();
		boolean must = Shape.isRequired(component) || (sort == Sort.PART && !Shape.isNullable(component));
		return new Field(name(spot), spot.place(), record, component.getName(), sort, must, present, values(spot.json(), sort), withPresent(known, spot.json(), sort),
				(sort == Sort.PART) ? fields(spot) : List.of(), List.of());
	}

	private static Sort sort(RecordComponent component, List<Choice> known) {
		Class<?> type = component.getType();
		if (Collection.class.isAssignableFrom(type)) {
			boolean names = known.isEmpty() && component.getName().equals("groups");
			return names ? Sort.NAMES : (Choices.isOrdered(component) ? Sort.ORDER : Sort.CODES);
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

	private static String scalar(JsonNode json) {
		return json.isNumber() ? json.decimalValue().toPlainString() : json.asString("");
	}

	private Field list(Spot spot, String record, String property) {
		Class<?> element = Shape.element(spot.type()).orElseThrow();
		boolean here = Shape.isRow(element) || Shape.isBlock(element);
		boolean figures = spot.place().contains(".");
		List<Entry> entries = spot.elements().stream().map((each) -> entry(each, here, figures)).toList();
		return new Field(name(spot), spot.place(), record, property, Sort.LIST, false, true,
				List.of(Shape.isRow(element) ? "row" : here ? "block" : "page"), List.of(), List.of(), entries);
	}

	private Entry entry(Spot spot, boolean here, boolean figures) {
		List<Field> fields = here ? fields(spot) : figures ? figures(spot) : List.of();
		return new Entry(name(spot), spot.place(), label(spot), !here, fields);
	}

	/** The numbers of a record that has a page of its own. */
	private List<Field> figures(Spot spot) {
		return spot.components()
			.stream()
			.filter((component) -> component.getType() == BigDecimal.class)
			.map((component) -> field(spot, component))
			.toList();
	}

	private Choice label(Spot spot) {
		String grade = spot.json().path("grade").asString("");
		if (!spot.json().has("code") && !grade.isEmpty()) {
			return this.choices.of(spot, grade(spot))
				.orElse(List.of())
				.stream()
				.filter((choice) -> choice.value().equals(grade))
				.findFirst()
				.orElse(new Choice(grade, null, ""));
		}
		String position = spot.place().endsWith("]")
				? String.valueOf(Integer.parseInt(spot.place().replaceAll(".*\\[(\\d+)]$", "$1")) + 1) : "";
		return new Choice(spot.json().path("code").asString(position), Choices.name(spot.json()), "");
	}

	private static RecordComponent grade(Spot spot) {
		return spot.components()
			.stream()
			.filter((component) -> component.getName().equals("grade"))
			.findFirst()
			.orElseThrow();
	}

	List<Step> trail(Spot spot) {
		List<Step> steps = new ArrayList<>();
		for (Spot at = spot; at != null; at = at.above()) {
			if (isStep(at)) {
				steps.addFirst(new Step(at.place(), isPage(at), step(at)));
			}
		}
		return steps;
	}

	private static boolean isStep(Spot spot) {
		return !spot.place().endsWith(PARTS) && !spot.place().endsWith(".root") || isNode(spot);
	}

	private static boolean isNode(Spot spot) {
		return spot.json().has(Kinds.PROPERTY);
	}

	private Choice step(Spot spot) {
		if (spot.place().isEmpty()) {
			return new Choice("", null, "scheme.part.basics");
		}
		RecordComponent component = spot.component();
		return (component != null && component.getType() != Node.class)
				? new Choice("", null, "scheme.field." + component.getName()) : label(spot);
	}

	/** Whether a place has a page of its own. */
	static boolean isPage(Spot spot) {
		Spot above = spot.above();
		if (above == null || isNode(spot)) {
			return true;
		}
		boolean ofPages = Shape.isRecords(above.type())
				&& Shape.element(above.type()).filter((type) -> !Shape.isRow(type) && !Shape.isBlock(type)).isPresent();
		return ofPages || (above.above() == null && spot.isPart() && !isText(spot.type()));
	}

	private static boolean isText(Type type) {
		return type == Text.class || Shape.element(type).filter((element) -> element == Text.class).isPresent();
	}

	private @Nullable Twig outline(Spot spot) {
		if (isNode(spot)) {
			return twig(spot, false);
		}
		return spot.find("root").filter(Description::isNode).map((root) -> twig(root, false)).orElse(null);
	}

	private Twig twig(Spot spot, boolean weighted) {
		Optional<Spot> parts = spot.find(PARTS);
		boolean sum = parts.filter((list) -> Shape.element(list.type()).orElseThrow() == Compound.Weighted.class)
			.isPresent();
		List<Twig> below = parts.map(Spot::elements).orElse(List.of()).stream().map((part) -> twig(part, sum)).toList();
		return new Twig(name(spot), spot.place(), spot.json().path(Kinds.PROPERTY).asString(""), Choices.choice(spot.json()),
				weighted, scalar(spot.json().path("weight")), parts.isPresent(), sum ? total(spot.json()) : "",
				sum ? added(parts.orElseThrow().json()) : "", below);
	}

	private static String total(JsonNode sum) {
		JsonNode total = sum.path("total");
		return plain(total.isMissingNode() ? Node.HUNDRED : number(total));
	}

	private static String added(JsonNode parts) {
		return plain(parts.valueStream().map((part) -> number(part.path("weight"))).reduce(BigDecimal.ZERO, BigDecimal::add));
	}

	private static BigDecimal number(JsonNode json) {
		return json.isNumber() ? json.decimalValue() : BigDecimal.ZERO;
	}

	private static String plain(BigDecimal value) {
		return Cells.plain(value).toPlainString();
	}

}
