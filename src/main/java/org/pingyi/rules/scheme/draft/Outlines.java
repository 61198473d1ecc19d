package org.pingyi.rules.scheme.draft;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.pingyi.rules.scheme.format.Kinds;
import org.pingyi.rules.scoring.Compound;
import org.pingyi.rules.scoring.Node;

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
	@Nullable OutlineNode of(DocumentNode node) {
		if (Breadcrumbs.isNode(node)) {
			return outline(node, false);
		}
		return node.find("root").filter(Breadcrumbs::isNode).map((root) -> outline(root, false)).orElse(null);
	}

	private OutlineNode outline(DocumentNode node, boolean weighted) {
		Optional<DocumentNode> parts = node.find(PARTS);
		boolean sum = parts.filter((list) -> RecordLayout.element(list.type()).orElseThrow() == Compound.Weighted.class)
			.isPresent();
		List<OutlineNode> below = parts.map(DocumentNode::elements)
			.orElse(List.of())
			.stream()
			.map((part) -> outline(part, sum))
			.toList();
		return new OutlineNode(node.below(this.page), node.place(), node.json().path(Kinds.PROPERTY).asString(""),
				Choices.choice(node.json()), weighted, Description.scalar(node.json().path("weight")),
				parts.isPresent(), sum ? total(node.json()) : "", sum ? added(parts.orElseThrow().json()) : "", below);
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
		return value.stripTrailingZeros().toPlainString();
	}

}
