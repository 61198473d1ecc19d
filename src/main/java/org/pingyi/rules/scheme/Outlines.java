package org.pingyi.rules.scheme;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.pingyi.rules.scoring.Compound;
import org.pingyi.rules.scoring.Node;
import tools.jackson.databind.JsonNode;

/** Lays out the tree below a place of a draft, with what its weights add up to. */
final class Outlines {

	private static final String PARTS = "parts";

	private final String page;

	/**
	 * @param page the place whose page is shown
	 */
	Outlines(String page) {
		this.page = page;
	}

	/** The outline from a node, or from the root of a tree; null where there is none. */
	@Nullable Twig of(Spot spot) {
		if (Trails.isNode(spot)) {
			return twig(spot, false);
		}
		return spot.find("root").filter(Trails::isNode).map((root) -> twig(root, false)).orElse(null);
	}

	private Twig twig(Spot spot, boolean weighted) {
		Optional<Spot> parts = spot.find(PARTS);
		boolean sum = parts.filter((list) -> Shape.element(list.type()).orElseThrow() == Compound.Weighted.class)
			.isPresent();
		List<Twig> below = parts.map(Spot::elements).orElse(List.of()).stream().map((part) -> twig(part, sum)).toList();
		return new Twig(spot.below(this.page), spot.place(), spot.json().path(Kinds.PROPERTY).asString(""),
				Choices.choice(spot.json()), weighted, Description.scalar(spot.json().path("weight")),
				parts.isPresent(), sum ? total(spot.json()) : "", sum ? added(parts.orElseThrow().json()) : "", below);
	}

	private static String total(JsonNode sum) {
		JsonNode total = sum.path("total");
		return plain(total.isMissingNode() ? Node.HUNDRED : number(total));
	}

	private static String added(JsonNode parts) {
		return plain(parts.valueStream()
			.map((part) -> number(part.path("weight")))
			.reduce(BigDecimal.ZERO, BigDecimal::add));
	}

	private static BigDecimal number(JsonNode json) {
		return json.isNumber() ? json.decimalValue() : BigDecimal.ZERO;
	}

	private static String plain(BigDecimal value) {
		return Cells.plain(value).toPlainString();
	}

}
