package org.pingyi.verify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks that the ballots which the city confirmed to voters are in the log: as many as
 * it signed at the close, and as the lines say that somebody kept,
 * {@code accepted CYCLE NODE NUMBER SIGNATURE}.
 */
final class AcceptedChecks {

	private static final String FORMAT = "pingyi-accepted/1";

	private static final Pattern LINE = Pattern
		.compile("accepted (?<cycle>[0-9]{1,18}) (?<node>[0-9a-f-]{36}) (?<ballots>[0-9]{1,18})"
				+ " (?<signature>(?:[0-9a-f]{2})+)");

	private static final String NUMBER = "[0-9]{1,18}";

	private final CityKey key;

	private final Report report;

	private final String cycle;

	AcceptedChecks(CityKey key, Report report, String cycle) {
		this.key = key;
		this.report = report;
		this.cycle = cycle;
	}

	void run(ActLog acts, List<String> kept, LogChecks logs) {
		long confirmed = Math.max(signed(acts), kept(kept));
		if (confirmed > 0 && logs.hasReceipts()) {
			this.report.done(Check.COUNTERS, 1);
			if (confirmed > logs.receipts()) {
				this.report.found(Check.COUNTERS, "verify.counter.accepted", confirmed, logs.receipts());
			}
		}
	}

	private static long signed(ActLog acts) {
		return acts.all("ballots.accepted")
			.stream()
			.map(Act::detail)
			.filter((detail) -> detail.matches(NUMBER))
			.mapToLong(Long::parseLong)
			.max()
			.orElse(0);
	}

	/** The last count of each node counts; nodes count from their start. */
	private long kept(List<String> lines) {
		Map<String, Long> nodes = new HashMap<>();
		for (String line : lines) {
			Matcher parts = LINE.matcher(line);
			if (parts.matches() && parts.group("cycle").equals(this.cycle)) {
				if (isSigned(parts)) {
					nodes.merge(parts.group("node"), Long.parseLong(parts.group("ballots")), Math::max);
				}
				else {
					this.report.found(Check.KEPT, "verify.kept.acceptedForged", parts.group("node"));
				}
			}
		}
		return nodes.values().stream().mapToLong(Long::longValue).sum();
	}

	private boolean isSigned(Matcher parts) {
		return this.key.signed(
				String.join("\n", FORMAT, parts.group("cycle"), parts.group("node"), parts.group("ballots"), ""),
				Sha256.bytes(parts.group("signature")));
	}

}
