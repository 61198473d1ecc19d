package org.pingyi.rules.scheme.draft;

import java.util.List;

/**
 * A node in the outline of a tree that is edited.
 *
 * @param name its path below the part that is shown
 * @param place its path in the document
 * @param kind its kind
 * @param label what it is called
 * @param weighted whether it is a part of a weighted sum and has a weight
 * @param weight its weight as written, or ""
 * @param open whether it takes parts
 * @param total what the weights of its parts add up to, or "" where they have none
 * @param sum what they add up to now
 * @param parts the nodes below it
 */
public record OutlineNode(String name, String place, String kind, Choice label, boolean weighted, String weight,
		boolean open, String total, String sum, List<OutlineNode> parts) {

	/** Whether weights add up, or need not. */
	public boolean sound() {
		return this.total.equals(this.sum);
	}

	/** Whether a fault at a place is this node's and not that of a part. */
	public boolean owns(String fault) {
		return lies(this.place, fault) && this.parts.stream().noneMatch((part) -> lies(part.place(), fault));
	}

	private static boolean lies(String place, String fault) {
		return fault.equals(place) || fault.startsWith(place + ".") || fault.startsWith(place + "[");
	}

}
