package org.pingyi.rules.scheme.web.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.pingyi.rules.scheme.comparison.RecordValues;
import org.pingyi.rules.scheme.comparison.SchemeComparison.Change;
import org.pingyi.rules.scheme.comparison.SchemeComparison.Kind;
import org.pingyi.rules.scheme.comparison.SchemeComparison.Portion;
import org.pingyi.rules.scheme.comparison.SchemeComparison.Step;
import org.pingyi.rules.scoring.Compound;
import org.pingyi.rules.scoring.Node;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.Text;

import org.springframework.context.MessageSource;

/** Says what differs between two schemes in words and figures. */
final class ComparisonWords {

	private static final List<String> BASICS = List.of("title", "source");

	private final MessageSource messages;

	private final Locale locale;

	private final ComparisonNames names;

	ComparisonWords(MessageSource messages, Locale locale, Rules before, Rules after) {
		this.messages = messages;
		this.locale = locale;
		this.names = new ComparisonNames(before, after);
	}

	/** What changed in a part of the document. */
	public record Section(String name, List<Thing> things) {
	}

	/** What changed about one thing. */
	public record Thing(String name, List<Row> rows) {
	}

	/**
	 * One change.
	 *
	 * @param before the old value, or null where there was none
	 * @param after the new value, or null where there is none
	 * @param difference between two figures with its sign, or ""
	 * @param portion what it brings to the total, before and after, or null
	 */
	public record Row(Kind kind, String property, @Nullable String before, @Nullable String after, String difference,
			@Nullable Shares portion) {
	}

	/** Points of the total before and after; "–" where there are none. */
	public record Shares(String before, String after, String difference) {
	}

	List<Section> sections(List<Change> changes) {
		Map<String, Map<List<Step>, List<Row>>> sections = new LinkedHashMap<>();
		for (Change change : changes) {
			String section = BASICS.contains(change.section()) ? "basics" : change.section();
			sections.computeIfAbsent(section, (key) -> new LinkedHashMap<>())
				.computeIfAbsent(change.trail(), (key) -> new ArrayList<>())
				.add(row(change));
		}
		return sections.entrySet()
			.stream()
			.map((section) -> new Section(property("Rules", section.getKey()),
					section.getValue()
						.entrySet()
						.stream()
						.map((thing) -> new Thing(name(thing.getKey()), thing.getValue()))
						.toList()))
			.toList();
	}

	/** The section itself and the root of a tree go without saying. */
	private String name(List<Step> trail) {
		List<String> names = new ArrayList<>();
		for (int i = 0; i < trail.size(); i++) {
			Step step = trail.get(i);
			boolean section = i == 0 && step.number() == 0;
			boolean root = step.property().equals("root") && i < trail.size() - 1;
			if (!section && !root) {
				names.add(name(step));
			}
		}
		return String.join(" › ", names);
	}

	private String name(Step step) {
		Text name = step.name();
		String list = property(step.record(), step.property());
		if (name == null) {
			return (step.number() > 0) ? list + " " + step.number() : list;
		}
		boolean oneOfMany = List.of("AdjustmentRules", "Ranking").contains(step.record());
		return oneOfMany ? list + " › " + name.in(this.locale) : name.in(this.locale);
	}

	private Row row(Change change) {
		Portion portion = change.portion();
		return new Row(change.kind(), label(change), side(change, change.before(), change.after()),
				side(change, change.after(), change.before()),
				(change.kind() == Kind.MOVED) ? "" : difference(change.before(), change.after()),
				(portion != null) ? shares(portion) : null);
	}

	private String label(Change change) {
		if (change.kind() != Kind.CHANGED && change.property().equals("parts")) {
			return text("scheme.comparison.part");
		}
		return property(change.record(), change.property());
	}

	private @Nullable String side(Change change, @Nullable Object value, @Nullable Object other) {
		if (value == null) {
			return null;
		}
		if (change.kind() == Kind.MOVED && value instanceof Integer place) {
			return text("scheme.comparison.place", place);
		}
		if (value instanceof Text one && other instanceof Text two && one.in(this.locale).equals(two.in(this.locale))) {
			return one.zh() + " / " + ((one.en() != null) ? one.en() : "–");
		}
		return value(change.record(), change.property(), value);
	}

	private static String difference(@Nullable Object before, @Nullable Object after) {
		if (!(before instanceof Number) || !(after instanceof Number)) {
			return "";
		}
		BigDecimal grown = new BigDecimal(after.toString()).subtract(new BigDecimal(before.toString()));
		String figure = grown.abs().stripTrailingZeros().toPlainString();
		return ((grown.signum() < 0) ? "−" : "+") + figure;
	}

	private static Shares shares(Portion portion) {
		return new Shares(plain(portion.before()), plain(portion.after()),
				difference(portion.before(), portion.after()));
	}

	private static String plain(@Nullable BigDecimal figure) {
		return (figure != null) ? figure.toPlainString() : "–";
	}

	/** The name of a property, in its record or wherever it stands. */
	private String property(String record, String property) {
		String own = this.messages.getMessage("scheme.field." + record + "." + property, null, null, this.locale);
		return (own != null) ? own : text("scheme.field." + property);
	}

	private String value(String record, String property, Object value) {
		return switch (value) {
			case Text text -> text.in(this.locale);
			case BigDecimal figure -> figure.toPlainString();
			case Boolean yes -> text(yes ? "scheme.comparison.yes" : "scheme.comparison.no");
			case Enum<?> word -> text(
					"scoring." + word.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT) + "." + word.name());
			case Collection<?> all -> list(record, property, all);
			case Record thing -> details(thing);
			default -> word(record, property, value.toString());
		};
	}

	private String word(String record, String property, String code) {
		if (property.equals("kind")) {
			return text("scoring.rule." + code);
		}
		if (property.equals("traits")) {
			String trait = this.messages.getMessage("unit.trait." + code, null, null, this.locale);
			return (trait != null) ? trait : code;
		}
		return this.names.of(record, property, code).in(this.locale);
	}

	private String list(String record, String property, Collection<?> all) {
		return all.stream()
			.map((one) -> value(record, property, one))
			.collect(Collectors.joining(text("scheme.comparison.comma")));
	}

	/** What a thing states besides its name, which the heading carries. */
	private String details(Record thing) {
		List<String> stated = new ArrayList<>();
		RecordValues.stated(thing)
			.stream()
			.filter((each) -> !each.property().equals("name"))
			.forEach((each) -> stated.add(detail(each)));
		Object node = (thing instanceof Compound.Weighted part) ? part.node() : thing;
		if (node instanceof Node kind) {
			stated.addFirst(text("scoring.rule." + kind.kind()));
		}
		return String.join(text("scheme.comparison.semicolon"), stated);
	}

	private String detail(RecordValues.Property each) {
		String label = property(each.record(), each.property());
		return each.value() instanceof Boolean ? label
				: text("scheme.comparison.detail", label, value(each.record(), each.property(), each.value()));
	}

	private String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, this.locale);
	}

}
