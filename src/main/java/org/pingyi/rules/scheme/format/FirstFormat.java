package org.pingyi.rules.scheme.format;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The format {@code pingyi-scheme/1}, which wrote conditions into the grades themselves
 * and took a level without points for one that has no value.
 */
final class FirstFormat {

	static final String NAME = "pingyi-scheme/1";

	private static final String GRADES = "grades";

	private FirstFormat() {
	}

	/** Turns a document into one of the present format; what is malformed stays. */
	static void upgrade(ObjectNode document) {
		document.path("scales").forEach((scale) -> scale.path("levels").forEach(FirstFormat::value));
		document.path("trees").forEach((tree) -> bound(tree.path("root")));
		JsonNode ranking = document.path("ranking");
		if (ranking instanceof ObjectNode object && object.path(GRADES) instanceof ArrayNode grades) {
			ArrayNode rules = object.putArray("gradeRules");
			grades.forEach((grade) -> rule(grade, rules));
		}
	}

	private static void value(JsonNode level) {
		if (level instanceof ObjectNode object && object.path("points").isMissingNode()) {
			object.put("noValue", true);
		}
	}

	/** The bound of a weight had a name that a figure's own bound has now. */
	private static void bound(JsonNode node) {
		if (node instanceof ObjectNode object && object.has("weight") && object.has("most")) {
			object.set("mostWeight", object.remove("most"));
		}
		node.path("parts").forEach(FirstFormat::bound);
	}

	private static void rule(JsonNode grade, ArrayNode rules) {
		if (grade instanceof ObjectNode object) {
			ObjectNode rule = rules.addObject();
			rule.set("grade", object.path("code"));
			JsonNode from = object.remove("from");
			JsonNode share = object.remove("share");
			if (from != null) {
				rule.set("from", from);
			}
			if (share != null) {
				rule.putObject("quota").set("share", share);
			}
		}
	}

}
