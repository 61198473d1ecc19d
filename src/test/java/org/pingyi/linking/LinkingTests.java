package org.pingyi.linking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.pingyi.PingyiSecondTest;
import org.pingyi.Superuser;
import org.pingyi.linking.Findings.Finding;
import org.pingyi.linking.Protections.Log;
import org.pingyi.linking.Protections.Sealing;
import org.pingyi.linking.Protections.SignOffs;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever holds everything after the close of a year guesses whose a ballot is no better
 * than 4 % beyond chance, from whatever source: {@link Findings} says how guesses are
 * counted and what luck is let through. The town of every build is small, so that luck
 * hides up to {@link #OF_THE_BUILD}; cities show more, five years of one with
 * {@code -Dpingyi.linking.years=5}. The table is in {@code target/linking.md}. Each
 * control takes a protection away or plants a trace, and is found out.
 */
@PingyiSecondTest
class LinkingTests {

	private static final int YEARS = Integer.getInteger("pingyi.linking.years", 0);

	private static final Turnout TURNOUT = (YEARS > 0) ? Turnout.OF_A_CITY : Turnout.OF_A_TOWN;

	/**
	 * What the town of every build may show beyond chance about some kind of people
	 * before a source fails it: leaders, of whom there are four, by 13.2 %.
	 */
	private static final double OF_THE_BUILD = 0.135;

	private static final long SEED = 7;

	/** Over all years. */
	private static final Findings FINDINGS = new Findings();

	private final YearSamples years;

	private final Attacker attacker;

	private final Superuser superuser;

	LinkingTests(YearSamples years, Attacker attacker, Superuser superuser) {
		this.years = years;
		this.attacker = attacker;
		this.superuser = superuser;
	}

	static LongStream seeds() {
		return LongStream.rangeClosed(1, Math.max(1, YEARS));
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void linksNobody(long seed) throws IOException {
		Findings findings = findings(seed, TURNOUT, Protections.ALL);
		FINDINGS.addAll(findings);
		assertThat(findings.best()).filteredOn(Finding::links).isEmpty();
		assertThat(findings.best()).allSatisfy((finding) -> assertThat(finding.bound()).isLessThan(OF_THE_BUILD));
	}

	/** What luck hides in one year is seen over several. */
	@AfterAll
	static void linksNobodyOverAllYears() throws IOException {
		Files.writeString(Path.of("target", "linking.md"), FINDINGS.table());
		assertThat(FINDINGS.best()).filteredOn(Finding::links).isEmpty();
	}

	@Test
	void linksEverybodyWhomAnyTableLeadsToTheirBallots() throws IOException {
		Protections protections = new Protections(Sealing.WITHOUT_COMPANY, SignOffs.AT_THE_CLOSE, Log.UNLINKED);
		Year year = this.years.closed(SEED, Turnout.TINY, protections);
		try {
			plant(year);
			Findings findings = this.attacker.findings(year, protections);
			assertThat(findings.best()).filteredOn(about(Findings.ALL, "values in common"))
				.singleElement()
				.matches((finding) -> finding.right() == finding.ratings());
		}
		finally {
			this.superuser.jdbc().execute("drop table planted");
		}
	}

	/** The control of the sources that tell by sizes, and by keys and values. */
	@Test
	void linksEverybodyWhomSizesOrKeysPutInTheOrderOfTheSeal() throws IOException {
		Protections protections = new Protections(Sealing.WITHOUT_COMPANY, SignOffs.AT_THE_CLOSE, Log.UNLINKED);
		Year year = this.years.closed(SEED, Turnout.TINY, protections);
		try {
			plantOrders(year);
			Findings findings = this.attacker.findings(year, protections);
			for (String source : List.of("sizes of rows", "keys and values of rows")) {
				assertThat(findings.best()).filteredOn(about(Findings.ALL, source))
					.singleElement()
					.matches((finding) -> finding.right() == finding.ratings(), source);
			}
		}
		finally {
			this.superuser.jdbc().execute("drop table if exists planted_sizes, planted_keys");
		}
	}

	/**
	 * Four leaders sign off between batches: their transactions lead to all they marked.
	 */
	@Test
	void linksInvitedPeopleWhereABatchNeedsNoCompany() throws IOException {
		Findings findings = findings(SEED, Turnout.SMALL,
				new Protections(Sealing.WITHOUT_COMPANY, SignOffs.EACH_AT_ITS_TIME, Log.USUAL));
		Files.writeString(Path.of("target", "linking-without-company.md"), findings.table());
		assertThat(findings.best()).filteredOn(about("leader", "transactions (xmin)"))
			.singleElement()
			.matches((finding) -> finding.right() == finding.ratings());
		for (String kind : List.of("leader", "superior", "grassroots")) {
			assertThat(linked(findings, kind)).contains("order of coming, however it is known",
					"places on the disk (ctid)", "transactions (xmin)", "backups of what waited",
					"write-ahead log: what was taken out", "trail", "checkpoints", "auditor's files",
					"log of the proxy");
		}
	}

	/** The trail and the proxy's log do not tell that order, though all else does. */
	@Test
	void linksEverybodyWhereBallotsKeepTheirOrder() throws IOException {
		Findings findings = findings(SEED, Turnout.SMALL,
				new Protections(Sealing.IN_ORDER, SignOffs.AT_THE_CLOSE, Log.UNLINKED));
		Files.writeString(Path.of("target", "linking-in-order.md"), findings.table());
		for (String kind : List.of("leader", "superior", "grassroots", "phone", "code", "window")) {
			assertThat(linked(findings, kind))
				.contains("order of coming, however it is known", "places on the disk (ctid)", "transactions (xmin)",
						"backups of what waited", "write-ahead log: what was taken out", "auditor's files",
						"published files")
				.doesNotContain("log of the proxy");
		}
		assertThat(findings.best()).filteredOn(about("grassroots", "trail"))
			.singleElement()
			.matches((finding) -> finding.over() < 0.5 * (1 - finding.chance() / finding.ratings()));
	}

	/** A table that leads from receipts to leaves, as some cache or job might keep. */
	private void plant(Year year) {
		JdbcTemplate jdbc = this.superuser.jdbc();
		jdbc.execute("create table planted (receipt text, leaf text)");
		Map<Integer, String> leaves = new Traces(jdbc).ofBallots(year.ratings())
			.orders()
			.getOrDefault("sealed.leaf", Map.of());
		year.values().forEach((value, ratings) -> {
			if (value.length() == 64) {
				ratings
					.forEach((rating) -> jdbc.update("insert into planted values (?, ?)", value, leaves.get(rating)));
			}
		});
	}

	/** Tables in which people stand by the places of their ballots, each in one way. */
	private void plantOrders(Year year) {
		JdbcTemplate jdbc = this.superuser.jdbc();
		jdbc.execute("create table planted_sizes (person text, filler text)");
		jdbc.execute("create table planted_keys (key text, person text)");
		Map<Integer, String> places = new Traces(jdbc).ofBallots(year.ratings())
			.orders()
			.getOrDefault("sealed.position", Map.of());
		year.values().forEach((value, ratings) -> {
			if (value.length() == 64 && ratings.size() == 1) {
				String place = String.valueOf(places.get(ratings.iterator().next()));
				jdbc.update("insert into planted_sizes values (?, repeat('x', ?))", value, Integer.parseInt(place));
				jdbc.update("insert into planted_keys values (?, ?)", place, value);
			}
		});
	}

	private Findings findings(long seed, Turnout turnout, Protections protections) throws IOException {
		return this.attacker.findings(this.years.closed(seed, turnout, protections), protections);
	}

	private static List<String> linked(Findings findings, String kind) {
		return findings.best()
			.stream()
			.filter((finding) -> finding.kind().equals(kind) && finding.links())
			.map(Finding::source)
			.toList();
	}

	private static Predicate<Finding> about(String kind, String source) {
		return (finding) -> finding.kind().equals(kind) && finding.source().equals(source);
	}

}
