package org.pingyi.rules.scheme.draft;

import java.util.List;
import java.util.Map;

/**
 * What somebody typed into the form of a {@link Part}, and what else they asked for.
 *
 * @param place the part's path
 * @param mark the part's mark when the form was opened
 * @param values what the fields hold, by their names; what is not named stays
 * @param act what is done once that is taken in
 * @param name the field or entry that the act is about
 * @param kind the kind of node that is added, or ""
 */
public record Edit(String place, String mark, Map<String, List<String>> values, Act act, String name, String kind) {

	/** What can be done to lists. */
	public enum Act {

		NONE, ADD, REMOVE, UP, DOWN

	}

	/** Fields alone. */
	public static Edit of(Part part, Map<String, List<String>> values) {
		return new Edit(part.place(), part.mark(), values, Act.NONE, "", "");
	}

	/** An act alone. */
	public static Edit of(Part part, Act act, String name, String kind) {
		return new Edit(part.place(), part.mark(), Map.of(), act, name, kind);
	}

}
