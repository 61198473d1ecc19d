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
final class Breadcrumbs {

	private final Choices choices;

	Breadcrumbs(Choices choices) {
		this.choices = choices;
	}

	/** What stands at a node is called. */
	Choice label(DocumentNode node) {
		Optional<Choice> grade = node.json().has("code") ? Optional.empty() : grade(node);
		if (grade.isPresent()) {
			return grade.get();
		}
		String position = node.place().endsWith("]")
				? String.valueOf(Integer.parseInt(node.place().replaceAll(".*\\[(\\d+)]$", "$1")) + 1) : "";
		return new Choice(node.json().path("code").asString(position), Choices.name(node.json()), "");
	}

	/** The grade that a record without a code of its own gives. */
	private Optional<Choice> grade(DocumentNode node) {
		return node.components()
			.stream()
			.filter(Breadcrumbs::isGrade)
			.findFirst()
			.flatMap((component) -> chosen(node, component));
	}

	private static boolean isGrade(RecordComponent component) {
		ChosenFrom from = component.getAnnotation(ChosenFrom.class);
		return from != null && from.value() == Named.GRADES;
	}

	private Optional<Choice> chosen(DocumentNode node, RecordComponent component) {
		String code = node.json().path(component.getName()).asString("");
		return code.isEmpty() ? Optional.empty() : Stream
			.concat(this.choices.of(node, component).orElse(List.of()).stream(), Stream.of(new Choice(code, null, "")))
			.filter((choice) -> choice.value().equals(code))
			.findFirst();
	}

	/** What holds a node, from the top. */
	List<Step> of(DocumentNode node) {
		List<Step> steps = new ArrayList<>();
		for (DocumentNode at = node; at != null; at = at.above()) {
			if (isStep(at)) {
				steps.addFirst(new Step(at.place(), isPage(at), step(at)));
			}
		}
		return steps;
	}

	private static boolean isStep(DocumentNode node) {
		RecordComponent component = node.component();
		return component == null || !RecordLayout.isNodes(component) || isNode(node);
	}

	static boolean isNode(DocumentNode node) {
		return node.json().has(Kinds.PROPERTY);
	}

	/** Whether a node holds it. */
	static boolean isInTree(DocumentNode node) {
		return isNode(node) || (node.above() != null && isInTree(node.above()));
	}

	/** The properties at the top that have no page of their own. */
	static Stream<DocumentNode> basics(ObjectNode document) {
		DocumentNode top = DocumentNode.top(document);
		return top.components().stream().map(top::child).filter((child) -> !isPage(child));
	}

	private Choice step(DocumentNode node) {
		if (node.place().isEmpty()) {
			return new Choice("", null, "scheme.part.basics");
		}
		RecordComponent component = node.component();
		return (component != null && component.getType() != Node.class)
				? new Choice("", null, "scheme.field." + component.getName()) : label(node);
	}

	/** Whether a place has a page of its own. */
	static boolean isPage(DocumentNode node) {
		DocumentNode above = node.above();
		if (above == null || isNode(node)) {
			return true;
		}
		boolean ofPages = RecordLayout.isRecords(above.type()) && RecordLayout.element(above.type())
			.filter((type) -> !RecordLayout.isRow(type) && !RecordLayout.isBlock(type))
			.isPresent();
		return ofPages || (above.above() == null && node.isPart() && !isText(node.type()));
	}

	private static boolean isText(Type type) {
		return type == Text.class || RecordLayout.element(type).filter((element) -> element == Text.class).isPresent();
	}

	/** What a fault is about; where that is not there, what should hold it. */
	static DocumentNode nearest(ObjectNode document, String place) {
		Optional<DocumentNode> found = DocumentNode.top(document).find(place);
		if (found.isPresent()) {
			return found.get();
		}
		int cut = Math.max(place.lastIndexOf('.'), place.lastIndexOf('['));
		return nearest(document, (cut > 0) ? place.substring(0, cut) : "");
	}

	/** The place of the part whose page shows a node. */
	static String page(DocumentNode node) {
		return (isPage(node) || node.above() == null) ? node.place() : page(node.holder());
	}

}
