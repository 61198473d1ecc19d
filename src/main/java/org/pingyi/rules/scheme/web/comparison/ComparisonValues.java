package org.pingyi.rules.scheme.web.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.pingyi.rules.scheme.comparison.RecordValues;
import org.pingyi.rules.scoring.Compound;
import org.pingyi.rules.scoring.Node;
import org.pingyi.rules.scoring.Text;

import org.springframework.context.MessageSource;

/** Says the properties of a scheme and their values in words. */
final class ComparisonValues {

	private final MessageSource messages;

	private final Locale locale;

	private final ComparisonNames names;

	ComparisonValues(MessageSource messages, Locale locale, ComparisonNames names) {
		this.messages = messages;
		this.locale = locale;
		this.names = names;
	}

	/** The name of a property, in its record or wherever it stands. */
	String property(String record, String property) {
		String own = this.messages.getMessage("scheme.field." + record + "." + property, null, null, this.locale);
		return (own != null) ? own : text("scheme.field." + property);
	}

	/** A value of a property, whatever its kind. */
	String value(String record, String property, Object value) {
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

	/** A message in the language of the reader. */
	String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, this.locale);
	}

}
