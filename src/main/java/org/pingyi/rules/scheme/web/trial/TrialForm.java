package org.pingyi.rules.scheme.web.trial;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;

/** What was typed to try a scheme, as it was typed, and what cannot be read of it. */
final class TrialForm {

	/** As many other units as fit a quick look. */
	static final int OTHERS = 5;

	private static final Pattern WHOLE = Pattern.compile("[0-9]{1,6}");

	private static final Pattern FIGURE = Pattern.compile("-?[0-9]{1,9}([.][0-9]{1,6})?");

	private static final Pattern GAP = Pattern.compile("[\\s,，、;；]+");

	private final MultiValueMap<String, String> values;

	private final Map<String, Problem> problems = new LinkedHashMap<>();

	TrialForm(MultiValueMap<String, String> values) {
		this.values = values;
	}

	/** What is wrong with a field, as a message. */
	public record Problem(String key, Object[] arguments) {
	}

	/** As it was typed; "" where nothing was. */
	public String text(String field) {
		String value = this.values.getFirst(field);
		return (value != null) ? value.strip() : "";
	}

	/** Whether a box is ticked. */
	public boolean ticked(String field, String value) {
		return this.values.getOrDefault(field, List.of()).contains(value);
	}

	public Map<String, Problem> problems() {
		return this.problems;
	}

	/** What is wrong with one field, or null. */
	public @Nullable Problem problem(String field) {
		return this.problems.get(field);
	}

	long whole(String field) {
		String text = text(field);
		if (text.isEmpty()) {
			return 0;
		}
		if (!WHOLE.matcher(text).matches()) {
			refuse(field, "scheme.trial.whole");
			return 0;
		}
		return Long.parseLong(text);
	}

	/** A figure within limits, or null where nothing was typed. */
	@Nullable BigDecimal figure(String field, @Nullable BigDecimal least, @Nullable BigDecimal most) {
		String text = text(field);
		return text.isEmpty() ? null : figure(field, text, least, most);
	}

	/** Up to five figures with gaps between them. */
	List<BigDecimal> figures(String field, @Nullable BigDecimal least, @Nullable BigDecimal most) {
		List<BigDecimal> all = new ArrayList<>();
		for (String each : parts(field)) {
			BigDecimal figure = figure(field, each, least, most);
			if (figure != null) {
				all.add(figure);
			}
		}
		if (all.size() > OTHERS) {
			refuse(field, "scheme.trial.many", OTHERS);
		}
		return all;
	}

	/** So many counts with gaps between them; empty where nothing was typed. */
	List<Long> counts(String field, int number) {
		List<String> parts = parts(field);
		boolean whole = parts.stream().allMatch((part) -> WHOLE.matcher(part).matches());
		if (parts.isEmpty() || !whole || parts.size() != number) {
			if (!parts.isEmpty()) {
				refuse(field, "scheme.trial.counts", number);
			}
			return List.of();
		}
		return parts.stream().map(Long::valueOf).toList();
	}

	private List<String> parts(String field) {
		String text = text(field);
		return text.isEmpty() ? List.of() : List.of(GAP.split(text));
	}

	private @Nullable BigDecimal figure(String field, String text, @Nullable BigDecimal least,
			@Nullable BigDecimal most) {
		if (!FIGURE.matcher(text).matches()) {
			refuse(field, "scheme.trial.figure");
			return null;
		}
		BigDecimal figure = new BigDecimal(text);
		if ((least != null && figure.compareTo(least) < 0) || (most != null && figure.compareTo(most) > 0)) {
			refuse(field, "scheme.trial.range", (least != null) ? least.toPlainString() : "−∞",
					(most != null) ? most.toPlainString() : "∞");
			return null;
		}
		return figure;
	}

	void refuse(String field, String key, Object... arguments) {
		this.problems.putIfAbsent(field, new Problem(key, arguments));
	}

}
