package org.pingyi.verify.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * An object of a JSON document, read member by member.
 *
 * @param name what it is called in a refusal
 * @param members texts, {@link BigDecimal}s, truths, lists and maps by name
 */
record Document(String name, Map<?, ?> members) {

	/** More digits than any figure of a scheme or a count has. */
	private static final int MOST_DIGITS = 40;

	/**
	 * @throws RulesUnreadable when it is no object
	 */
	static Document of(String name, @Nullable Object tree) {
		if (tree instanceof Map<?, ?> members) {
			return new Document(name, members);
		}
		throw new RulesUnreadable(name);
	}

	boolean has(String member) {
		return this.members.get(member) != null;
	}

	/** A text that must be there. */
	String text(String member) {
		return text(member, null);
	}

	String text(String member, @Nullable String otherwise) {
		Object value = this.members.get(member);
		if (value instanceof String text) {
			return text;
		}
		if (value == null && otherwise != null) {
			return otherwise;
		}
		throw unreadable(member);
	}

	boolean truth(String member) {
		Object value = this.members.get(member);
		if (value == null || value instanceof Boolean) {
			return Boolean.TRUE.equals(value);
		}
		throw unreadable(member);
	}

	Optional<Rational> figure(String member) {
		Object value = this.members.get(member);
		if (value == null) {
			return Optional.empty();
		}
		if (value instanceof BigDecimal number && number.precision() <= MOST_DIGITS
				&& Math.abs((long) number.scale()) <= MOST_DIGITS) {
			return Optional.of(Rational.of(number));
		}
		throw unreadable(member);
	}

	Rational figure(String member, Rational otherwise) {
		return figure(member).orElse(otherwise);
	}

	/** A figure that must be there. */
	Rational required(String member) {
		return figure(member).orElseThrow(() -> unreadable(member));
	}

	/** A whole number that must be there. */
	long whole(String member) {
		return whole(required(member), member);
	}

	long whole(String member, long otherwise) {
		return whole(figure(member, Rational.of(otherwise)), member);
	}

	private long whole(Rational figure, String member) {
		try {
			return figure.whole(RoundingMode.UNNECESSARY);
		}
		catch (ArithmeticException ex) {
			throw unreadable(member);
		}
	}

	/** A number of decimals that must be there. */
	int places() {
		long places = whole("places");
		if (places < 0 || places > MOST_DIGITS) {
			throw unreadable("places");
		}
		return (int) places;
	}

	RoundingMode rounding(RoundingMode otherwise) {
		try {
			return RoundingMode.valueOf(text("rounding", otherwise.name()));
		}
		catch (IllegalArgumentException ex) {
			throw unreadable("rounding");
		}
	}

	Optional<Document> object(String member) {
		return Optional.ofNullable(this.members.get(member)).map((tree) -> of(this.name + "." + member, tree));
	}

	/** A list of objects; none when left out. */
	List<Document> list(String member) {
		return items(member).stream().map((item) -> of(this.name + "." + member, item)).toList();
	}

	/** A list of texts; none when left out. */
	List<String> texts(String member) {
		return items(member).stream().map(String::valueOf).toList();
	}

	/** A list of figures; none when left out. */
	List<Rational> figures(String member) {
		return items(member).stream()
			.map((item) -> new Document(this.name + "." + member, Map.of("item", item)).required("item"))
			.toList();
	}

	private List<?> items(String member) {
		Object value = this.members.get(member);
		if (value == null) {
			return List.of();
		}
		if (value instanceof List<?> items && items.stream().noneMatch(Objects::isNull)) {
			return items;
		}
		throw unreadable(member);
	}

	RulesUnreadable unreadable(String member) {
		return new RulesUnreadable(this.name + "." + member);
	}

}
