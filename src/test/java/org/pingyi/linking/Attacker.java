package org.pingyi.linking;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.pingyi.As;
import org.pingyi.Samples;
import org.pingyi.Superuser;
import org.pingyi.outcome.result.AuditFiles;
import org.pingyi.outcome.result.ResultSamples;

/**
 * Holds everything after the close of a year, and tries all of it: each source is what
 * one side of it shows of people, against whatever shows ballots.
 */
@Samples
class Attacker {

	private final AuditFiles files;

	private final ResultSamples results;

	private final Superuser superuser;

	Attacker(AuditFiles files, ResultSamples results, Superuser superuser) {
		this.files = files;
		this.results = results;
		this.superuser = superuser;
	}

	Findings findings(Year year, Protections protections) throws IOException {
		Traces traces = new Traces(this.superuser.jdbc());
		YearFiles audit = As.as("auditor1", () -> YearFiles.of(this.files.take(year.cycle().id())), "ROLE_AUDITOR");
		Sightings rows = traces.ofPeople(year.values());
		Sightings ballots = traces.ofBallots(year.ratings());
		Sightings audited = audit.ofPeople(year.values());
		Sightings listed = audit.ofBallots(year.ratings());
		Sightings trail = audited.only((order) -> order.startsWith("trail.csv"));
		Findings findings = new Findings();
		Try attempt = (source, people, said) -> findings.attack(source, year.ratings(), people, said);
		attempt.on("order of coming, however it is known", year.seen().only("coming"::equals), ballots);
		attempt.on("places on the disk (ctid)", rows.only((order) -> order.endsWith(".place")), ballots);
		attempt.on("transactions (xmin)", rows.only((order) -> order.endsWith(".transaction")), ballots);
		attempt.on("sizes of rows", rows.only((order) -> order.endsWith(".size")), ballots);
		attempt.on("keys and values of rows", rows.only((order) -> order.endsWith(".row")), ballots);
		Sightings common = traces.inCommon(year, Traces.values(ballots));
		attempt.on("values in common", common, named(common));
		attempt.on("backups of what waited", year.seen().only((order) -> order.startsWith("backup")), ballots);
		attempt.on("write-ahead log: what was taken out", year.seen().only((order) -> order.startsWith("log")),
				ballots);
		attempt.on("trail", trail, ballots);
		attempt.on("checkpoints", year.seen().only("coming"::equals), listed.only("checkpoints.txt"::equals));
		attempt.on("auditor's files", audited, listed);
		attempt.on("log of the proxy", logged(year, protections), ballots);
		attempt.on("published files", published(year), listed);
		return findings;
	}

	@FunctionalInterface
	private interface Try {

		void on(String source, Sightings people, Sightings ballots);

	}

	/** The ballots that values in common lead to. */
	private static Sightings named(Sightings common) {
		Sightings named = new Sightings();
		common.orders()
			.values()
			.forEach((ballots) -> ballots.values()
				.forEach((ballot) -> named.add("number", Integer.parseInt(ballot), Long.parseLong(ballot))));
		return named;
	}

	private Sightings published(Year year) {
		this.results.count(year.cycle());
		this.results.notice(year.cycle());
		this.results.publish(year.cycle());
		return YearFiles.of(this.files.published(year.cycle().id())).ofPeople(year.values());
	}

	/** Lines of the proxy's log in which somebody is known. */
	private static Sightings logged(Year year, Protections protections) throws IOException {
		ProxyLog log = ProxyLog.of(protections.log());
		Sightings seen = new Sightings();
		List<String> lines = year.requests().stream().sorted(Comparator.comparing(Request::at)).map(log::line).toList();
		Map<String, Set<Integer>> values = year.values();
		for (int line = 0; line < lines.size(); line++) {
			for (String word : lines.get(line).split("[\\s\\[\\]/\"]+")) {
				for (int rating : values.getOrDefault(word, Set.of())) {
					seen.add("access log", rating, line);
				}
			}
		}
		return seen;
	}

}
