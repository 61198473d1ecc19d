package org.pingyi.rules.scheme.draft;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.pingyi.rules.scoring.Conversion;
import org.pingyi.rules.scoring.Text;
import org.pingyi.rules.scoring.Validity;
import org.pingyi.rules.scoring.When;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a field of a draft can be chosen from: what the draft itself names elsewhere. */
public final class Choices {

	private static final List<String> TRAITS = List.of("WINDOW", "VERTICAL", "AWARDS");

	/** Lists whose order the rules go by. */
	private static final Set<String> ORDERED = Set.of("raterClasses", "tieBreakers");

	private static final String CODE = "code";

	private final ObjectNode document;

	public Choices(ObjectNode document) {
		this.document = document;
	}

	static boolean isOrdered(RecordComponent component) {
		return ORDERED.contains(component.getName());
	}

	/**
	 * The known values of a component; empty when it takes what the draft does not know.
	 */
	Optional<List<Choice>> of(DocumentNode holder, RecordComponent component) {
		Class<?> type = component.getType();
		if (type.isEnum()) {
			return Optional.of(words(type));
		}
		Class<?> record = component.getDeclaringRecord();
		if (record == When.Past.class && component.getName().equals(CODE)) {
			return Optional.of(named("ranking.grades", "ranking.marks"));
		}
		return switch (component.getName()) {
			case "scale" -> Optional.of(named("scales"));
			case "questionnaire" -> Optional.of(named("questionnaires"));
			case "channel" -> Optional.of(named("channels"));
			case "raterClass", "raterClasses" -> Optional.of(raters(holder));
			case "items" -> Optional.of(items(holder));
			case "levels", "silence" -> Optional.of(levels(holder, record != Validity.Share.class));
			case "rules" -> Optional.of(named("adjustments.bonuses", "adjustments.deductions"));
			case "events", "without" ->
				Optional.of(named("adjustments.bonuses", "adjustments.deductions", "adjustments.vetoes"));
			case "grade" -> Optional.of(named("ranking.grades"));
			case "given" -> Optional.of(named("ranking.grades", "ranking.marks"));
			case "tieBreakers" -> Optional.of(nodes());
			case "node" -> Optional.of((record == Conversion.Condition.class && !holder.place().startsWith("ranking"))
					? parts(holder) : nodes());
			case "traits" ->
				Optional.of(TRAITS.stream().map((trait) -> new Choice(trait, null, "unit.trait." + trait)).toList());
			default -> Optional.empty();
		};
	}

	private static List<Choice> words(Class<?> type) {
		String prefix = "scoring." + type.getSimpleName().toLowerCase(Locale.ROOT) + ".";
		return Stream.of(type.getEnumConstants())
			.map(Object::toString)
			.map((word) -> new Choice(word, null, prefix + word))
			.toList();
	}

	/** What is called by a code in these lists. */
	private List<Choice> named(String... lists) {
		DocumentNode top = DocumentNode.top(this.document);
		return Stream.of(lists)
			.flatMap((list) -> top.find(list).stream())
			.flatMap((list) -> list.json().valueStream())
			.map(Choices::choice)
			.toList();
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

	private Optional<JsonNode> coded(String list, String code) {
		return this.document.path(list)
			.valueStream()
			.filter((json) -> json.path(CODE).asString("").equals(code))
			.findFirst();
	}

	/** A node that counts a channel knows that channel's raters; a channel itself all. */
	private List<Choice> raters(DocumentNode holder) {
		List<Choice> all = named("raterClasses");
		return coded("channels", holder.nearest("channel").asString(""))
			.map((channel) -> all.stream()
				.filter((choice) -> channel.path("raterClasses")
					.valueStream()
					.anyMatch((code) -> code.asString("").equals(choice.value())))
				.toList())
			.orElse(all);
	}

	private Optional<JsonNode> form(DocumentNode holder) {
		String own = holder.nearest("questionnaire").asString("");
		String code = own.isEmpty() ? coded("channels", holder.nearest("channel").asString(""))
			.map((channel) -> channel.path("questionnaire").asString(""))
			.orElse("") : own;
		return coded("questionnaires", code);
	}

	private List<Choice> items(DocumentNode holder) {
		return form(holder).stream().flatMap((form) -> form.path("items").valueStream()).map(Choices::choice).toList();
	}

	private List<Choice> levels(DocumentNode holder, boolean valued) {
		return form(holder).flatMap((form) -> coded("scales", form.path("scale").asString("")))
			.stream()
			.flatMap((scale) -> scale.path("levels").valueStream())
			.filter((level) -> !valued || !level.path("noValue").asBoolean(false))
			.map(Choices::choice)
			.toList();
	}

	/** The nodes of all trees by their codes. */
	private List<Choice> nodes() {
		Map<String, Choice> nodes = new LinkedHashMap<>();
		this.document.path("trees").forEach((tree) -> gather(tree.path("root"), nodes));
		return List.copyOf(nodes.values());
	}

	private static void gather(JsonNode node, Map<String, Choice> nodes) {
		Choice choice = choice(node);
		nodes.putIfAbsent(choice.value(), choice);
		node.path("parts").forEach((part) -> gather(part, nodes));
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
