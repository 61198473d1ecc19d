package org.pingyi.verify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks how many ballots there are: as many as were signed at the close, and no fewer
 * than the city confirmed to voters, as it signed at the close and as the lines say that
 * somebody kept, {@code accepted CYCLE NODE NUMBER SIGNATURE}.
 */
final class AcceptedChecks {

	private static final String FORMAT = "pingyi-accepted/1";

	private static final Pattern LINE = Pattern
		.compile("accepted (?<cycle>[0-9]{1,18}) (?<node>[0-9a-f-]{36}) (?<ballots>[0-9]{1,18})"
				+ " (?<signature>(?:[0-9a-f]{2})+)");

	private static final String NUMBER = "[0-9]{1,18}";

	private static final String COUNTERS = "counters.csv";

	private final CityKey key;

	private final Folder folder;

	private final Report report;

	private final String cycle;

	AcceptedChecks(CityKey key, Folder folder, Report report, String cycle) {
		this.key = key;
		this.folder = folder;
		this.report = report;
		this.cycle = cycle;
	}

	void run(ActLog acts, List<String> kept, LogChecks logs, List<SignedState> states) {
		acts.all("ballots.sealed").forEach((act) -> checkSealed(act, logs, states));
		long confirmed = Math.max(signed(acts), kept(kept));
		if (confirmed > 0 && logs.hasReceipts()) {
			this.report.done(Check.COUNTERS, 1);
			if (confirmed > logs.receipts()) {
				this.report.found(Check.COUNTERS, "verify.counter.accepted", confirmed, logs.receipts());
			}
		}
	}

	/** Years that were closed by earlier versions have no such act. */
	private void checkSealed(Act act, LogChecks logs, List<SignedState> states) {
		String signed = act.field(0);
		this.report.done(Check.COUNTERS, 1);
		if (logs.hasBallots()) {
			equal("verify.counter.sealed", signed, logs.ballots());
		}
		if (logs.hasReceipts()) {
			equal("verify.counter.sealedReceipts", signed, logs.receipts());
		}
		states.stream()
			.filter((state) -> state.acts() > act.position() && !signed.equals(String.valueOf(state.size())))
			.forEach((state) -> this.report.found(Check.COUNTERS, "verify.counter.grown", signed, state.place()));
		if (this.folder.has(COUNTERS)) {
			this.folder.row(COUNTERS, (row) -> equal("verify.counter.opinions", act.field(1), row.number("opinions")));
		}
	}

	private void equal(String key, String signed, long now) {
		if (!signed.equals(String.valueOf(now))) {
			this.report.found(Check.COUNTERS, key, signed, now);
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
