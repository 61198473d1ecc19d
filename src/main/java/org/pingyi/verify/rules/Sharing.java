package org.pingyi.verify.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives the weight of parts that do not count to their siblings in proportion. */
final class Sharing {

	private Sharing() {
	}

	/**
	 * The weights of the parts that count, in their order.
	 * @param total what they add up to
	 * @return nothing when they may not grow that far
	 */
	static Optional<List<Rational>> weights(List<Document> parts, Rational total) {
		Map<Document, Rational> full = new HashMap<>();
		List<Document> growing = new ArrayList<>(parts);
		while (!growing.isEmpty()) {
			Rational growth = total.minus(Rational.sum(full.values()))
				.over(Rational.sum(growing.stream().map((part) -> part.required("weight")).toList()));
			List<Document> beyond = growing.stream()
				.filter((part) -> part.figure("mostWeight")
					.filter((most) -> most.isBelow(part.required("weight").times(growth)))
					.isPresent())
				.toList();
			if (beyond.isEmpty()) {
				return Optional.of(parts.stream()
					.map((part) -> full.getOrDefault(part, part.required("weight").times(growth)))
					.toList());
			}
			beyond.forEach((part) -> full.put(part, part.required("mostWeight")));
			growing.removeAll(beyond);
		}
		boolean carried = !parts.isEmpty() && Rational.sum(full.values()).equals(total);
		return carried ? Optional.of(parts.stream().map(full::get).toList()) : Optional.empty();
	}

}
