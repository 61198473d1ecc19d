package org.pingyi.rules.scheme.draft;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import tools.jackson.databind.node.ObjectNode;

import org.pingyi.rules.scheme.draft.Part.Step;
import org.pingyi.rules.scheme.format.Kinds;
import org.pingyi.rules.scoring.ChosenFrom;
import org.pingyi.rules.scoring.ChosenFrom.Named;
import org.pingyi.rules.scoring.Node;
import org.pingyi.rules.scoring.Text;

/** What the places of a draft are called, and which have a page of their own. */
public final class Breadcrumbs {

	private final Choices choices;

	public Breadcrumbs(Choices choices) {
		this.choices = choices;
	}

	/** What stands at a spot is called. */
	Choice label(DocumentNode spot) {
		Optional<Choice> grade = spot.json().has("code") ? Optional.empty() : grade(spot);
		if (grade.isPresent()) {
			return grade.get();
		}
		String position = spot.place().endsWith("]")
				? String.valueOf(Integer.parseInt(spot.place().replaceAll(".*\\[(\\d+)]$", "$1")) + 1) : "";
		return new Choice(spot.json().path("code").asString(position), Choices.name(spot.json()), "");
	}

	/** The grade that a record without a code of its own gives. */
	private Optional<Choice> grade(DocumentNode spot) {
		return spot.components()
			.stream()
			.filter(Breadcrumbs::isGrade)
			.findFirst()
			.flatMap((component) -> chosen(spot, component));
	}

	private static boolean isGrade(RecordComponent component) {
		ChosenFrom from = component.getAnnotation(ChosenFrom.class);
		return from != null && from.value() == Named.GRADES;
	}

	private Optional<Choice> chosen(DocumentNode spot, RecordComponent component) {
		String code = spot.json().path(component.getName()).asString("");
		return code.isEmpty() ? Optional.empty() : Stream
			.concat(this.choices.of(spot, component).orElse(List.of()).stream(), Stream.of(new Choice(code, null, "")))
			.filter((choice) -> choice.value().equals(code))
			.findFirst();
	}

	/** What holds a spot, from the top. */
	public List<Step> of(DocumentNode spot) {
		List<Step> steps = new ArrayList<>();
		for (DocumentNode at = spot; at != null; at = at.above()) {
			if (isStep(at)) {
				steps.addFirst(new Step(at.place(), isPage(at), step(at)));
			}
		}
		return steps;
	}

	private static boolean isStep(DocumentNode spot) {
		RecordComponent component = spot.component();
		return component == null || !RecordLayout.isNodes(component) || isNode(spot);
	}

	static boolean isNode(DocumentNode spot) {
		return spot.json().has(Kinds.PROPERTY);
	}

	/** Whether a node holds it. */
	static boolean isInTree(DocumentNode spot) {
		return isNode(spot) || (spot.above() != null && isInTree(spot.above()));
	}

	/** The properties at the top that have no page of their own. */
	static Stream<DocumentNode> basics(ObjectNode document) {
		DocumentNode top = DocumentNode.top(document);
		return top.components().stream().map(top::child).filter((child) -> !isPage(child));
	}

	private Choice step(DocumentNode spot) {
		if (spot.place().isEmpty()) {
			return new Choice("", null, "scheme.part.basics");
		}
		RecordComponent component = spot.component();
		return (component != null && component.getType() != Node.class)
				? new Choice("", null, "scheme.field." + component.getName()) : label(spot);
	}

	/** Whether a place has a page of its own. */
	public static boolean isPage(DocumentNode spot) {
		DocumentNode above = spot.above();
		if (above == null || isNode(spot)) {
			return true;
		}
		boolean ofPages = RecordLayout.isRecords(above.type()) && RecordLayout.element(above.type())
			.filter((type) -> !RecordLayout.isRow(type) && !RecordLayout.isBlock(type))
			.isPresent();
		return ofPages || (above.above() == null && spot.isPart() && !isText(spot.type()));
	}

	private static boolean isText(Type type) {
		return type == Text.class || RecordLayout.element(type).filter((element) -> element == Text.class).isPresent();
	}

	/** What a fault is about; where that is not there, what should hold it. */
	public static DocumentNode nearest(ObjectNode document, String place) {
		Optional<DocumentNode> found = DocumentNode.top(document).find(place);
		if (found.isPresent()) {
			return found.get();
		}
		int cut = Math.max(place.lastIndexOf('.'), place.lastIndexOf('['));
		return nearest(document, (cut > 0) ? place.substring(0, cut) : "");
	}

	/** The place of the part whose page shows a spot. */
	public static String page(DocumentNode spot) {
		return (isPage(spot) || spot.above() == null) ? spot.place() : page(spot.holder());
	}

}
