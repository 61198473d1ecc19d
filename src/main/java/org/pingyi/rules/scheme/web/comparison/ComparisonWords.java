package org.pingyi.rules.scheme.web.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.pingyi.rules.scheme.comparison.SchemeComparison.Change;
import org.pingyi.rules.scheme.comparison.SchemeComparison.Kind;
import org.pingyi.rules.scheme.comparison.SchemeComparison.Portion;
import org.pingyi.rules.scheme.comparison.SchemeComparison.Step;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.Text;

import org.springframework.context.MessageSource;

/** Says what differs between two schemes in words and figures. */
final class ComparisonWords {

	private static final List<String> BASICS = List.of("title", "source");

	private final Locale locale;

	private final ComparisonValues values;

	ComparisonWords(MessageSource messages, Locale locale, Rules before, Rules after) {
		this.locale = locale;
		this.values = new ComparisonValues(messages, locale, new ComparisonNames(before, after));
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
			.map((section) -> new Section(this.values.property("Rules", section.getKey()),
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
		String list = this.values.property(step.record(), step.property());
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
			return this.values.text("scheme.comparison.part");
		}
		return this.values.property(change.record(), change.property());
	}

	private @Nullable String side(Change change, @Nullable Object value, @Nullable Object other) {
		if (value == null) {
			return null;
		}
		if (change.kind() == Kind.MOVED && value instanceof Integer place) {
			return this.values.text("scheme.comparison.place", place);
		}
		if (value instanceof Text one && other instanceof Text two && one.in(this.locale).equals(two.in(this.locale))) {
			return one.zh() + " / " + ((one.en() != null) ? one.en() : "–");
		}
		return this.values.value(change.record(), change.property(), value);
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

}
