package org.pingyi.rules.scheme.draft;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.pingyi.rules.scoring.AdjustmentRules.Bonus;
import org.pingyi.rules.scoring.AdjustmentRules.Deduction;
import org.pingyi.rules.scoring.AdjustmentRules.Veto;
import org.pingyi.rules.scoring.Channel;
import org.pingyi.rules.scoring.ChosenFrom;
import org.pingyi.rules.scoring.ChosenFrom.Named;
import org.pingyi.rules.scoring.Grade;
import org.pingyi.rules.scoring.Questionnaire;
import org.pingyi.rules.scoring.Ranking;
import org.pingyi.rules.scoring.RaterClass;
import org.pingyi.rules.scoring.Scale;
import org.pingyi.rules.scoring.Text;

/** What a field of a draft can be chosen from: what the draft itself names elsewhere. */
final class Choices {

	private static final List<String> TRAITS = List.of("WINDOW", "VERTICAL", "AWARDS");

	private static final String CODE = "code";

	private final ObjectNode document;

	Choices(ObjectNode document) {
		this.document = document;
	}

	/**
	 * The known values of a component; empty when it takes what the draft does not know.
	 */
	Optional<List<Choice>> of(DocumentNode holder, RecordComponent component) {
		Class<?> type = component.getType();
		if (type.isEnum()) {
			return Optional.of(words(type));
		}
		return Optional.ofNullable(component.getAnnotation(ChosenFrom.class)).map((from) -> of(holder, from.value()));
	}

	private List<Choice> of(DocumentNode holder, Named named) {
		return switch (named) {
			case SCALES -> coded(Scale.class);
			case QUESTIONNAIRES -> coded(Questionnaire.class);
			case CHANNELS -> coded(Channel.class);
			case RATER_CLASSES -> raters(holder);
			case ITEMS -> items(holder);
			case LEVELS -> levels(holder, false);
			case VALUED_LEVELS -> levels(holder, true);
			case POINT_RULES -> coded(Bonus.class, Deduction.class);
			case ADJUSTMENT_RULES -> coded(Bonus.class, Deduction.class, Veto.class);
			case GRADES -> coded(Grade.class);
			case AWARDS -> coded(Grade.class, Ranking.Mark.class);
			case NODES -> nodes();
			case PARTS -> Breadcrumbs.isInTree(holder) ? parts(holder) : nodes();
			case TRAITS -> TRAITS.stream().map((trait) -> new Choice(trait, null, "unit.trait." + trait)).toList();
		};
	}

	private static List<Choice> words(Class<?> type) {
		String prefix = "scoring." + type.getSimpleName().toLowerCase(Locale.ROOT) + ".";
		return Stream.of(type.getEnumConstants())
			.map(Object::toString)
			.map((word) -> new Choice(word, null, prefix + word))
			.toList();
	}

	/** The records of these types, by their codes. */
	private List<Choice> coded(Class<?>... types) {
		return Stream.of(types).flatMap(this::records).map(Choices::choice).toList();
	}

	private Stream<JsonNode> records(Class<?> type) {
		return DocumentNode.top(this.document).lists(type).flatMap((list) -> list.json().valueStream());
	}

	static Choice choice(JsonNode json) {
		return new Choice(json.path(CODE).asString(""), name(json), "");
	}

	/** What a record is called: its name, title or text, else null. */
	static @Nullable Text name(JsonNode json) {
		return Stream.of("name", "title", "text", "category")
			.map(json::path)
			.filter(JsonNode::isObject)
			.findFirst()
			.map((text) -> new Text(text.path("zh").asString(""), text.path("en").asString(null)))
			.filter((text) -> !text.zh().isBlank())
			.orElse(null);
	}

	private Optional<JsonNode> coded(Class<?> type, String code) {
		return records(type).filter((json) -> json.path(CODE).asString("").equals(code)).findFirst();
	}

	/** A node that counts a channel knows that channel's raters; a channel itself all. */
	private List<Choice> raters(DocumentNode holder) {
		List<Choice> all = coded(RaterClass.class);
		return coded(Channel.class, holder.nearest("channel").asString(""))
			.map((channel) -> all.stream()
				.filter((choice) -> channel.path("raterClasses")
					.valueStream()
					.anyMatch((code) -> code.asString("").equals(choice.value())))
				.toList())
			.orElse(all);
	}

	private Optional<JsonNode> form(DocumentNode holder) {
		String own = holder.nearest("questionnaire").asString("");
		String code = own.isEmpty() ? coded(Channel.class, holder.nearest("channel").asString(""))
			.map((channel) -> channel.path("questionnaire").asString(""))
			.orElse("") : own;
		return coded(Questionnaire.class, code);
	}

	private List<Choice> items(DocumentNode holder) {
		return form(holder).stream().flatMap((form) -> form.path("items").valueStream()).map(Choices::choice).toList();
	}

	private List<Choice> levels(DocumentNode holder, boolean valued) {
		return form(holder).flatMap((form) -> coded(Scale.class, form.path("scale").asString("")))
			.stream()
			.flatMap((scale) -> scale.path("levels").valueStream())
			.filter((level) -> !valued || !level.path("noValue").asBoolean(false))
			.map(Choices::choice)
			.toList();
	}

	/** The nodes of all trees by their codes. */
	private List<Choice> nodes() {
		Map<String, Choice> nodes = new LinkedHashMap<>();
		this.document.path("trees").forEach((tree) -> collect(tree.path("root"), nodes));
		return List.copyOf(nodes.values());
	}

	private static void collect(JsonNode node, Map<String, Choice> nodes) {
		Choice choice = choice(node);
		nodes.putIfAbsent(choice.value(), choice);
		node.path("parts").forEach((part) -> collect(part, nodes));
	}

	private static List<Choice> parts(DocumentNode holder) {
		return holder.nearest("parts").valueStream().map(Choices::choice).toList();
	}

	/** Every code that is taken among nodes, or in a list. */
	List<String> taken(DocumentNode list, boolean node) {
		List<String> codes = new ArrayList<>(
				list.json().valueStream().map((json) -> json.path(CODE).asString("")).toList());
		if (node) {
			nodes().forEach((choice) -> codes.add(choice.value()));
		}
		return codes;
	}

}
