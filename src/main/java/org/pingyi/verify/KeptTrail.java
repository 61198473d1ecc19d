package org.pingyi.verify;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Entries of the trail that somebody kept: {@code trail NUMBER HASH} as a verification
 * prints it, and behind it a signature where the city handed it out.
 */
final class KeptTrail {

	private static final int PRINTED = 3;

	private static final int SIGNED = 4;

	private final CityKey key;

	private final Report report;

	KeptTrail(CityKey key, Report report) {
		this.key = key;
		this.report = report;
	}

	/** The entries as {@code NUMBER HASH}; an entry may be kept twice, differently. */
	Set<String> read(List<String> lines) {
		Set<String> entries = new TreeSet<>();
		for (String line : lines) {
			String[] parts = line.split(" ", -1);
			if ((parts.length == PRINTED || parts.length == SIGNED) && parts[0].equals("trail")
					&& parts[1].matches("[0-9]{1,18}")) {
				if (parts.length == SIGNED && !isSigned(parts)) {
					this.report.found(Check.KEPT, "verify.kept.trailForged", parts[1]);
				}
				entries.add(parts[1] + " " + parts[2]);
			}
		}
		return entries;
	}

	private boolean isSigned(String[] parts) {
		return parts[PRINTED].matches("([0-9a-f]{2})*") && this.key
			.signed(String.join("\n", "pingyi-trail/1", parts[1], parts[2], ""), Sha256.bytes(parts[PRINTED]));
	}

}
