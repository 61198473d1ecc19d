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

import org.pingyi.PingyiTest;
import org.pingyi.Superuser;
import org.pingyi.linking.Findings.Finding;
import org.pingyi.linking.Protections.Log;
import org.pingyi.linking.Protections.Sealing;
import org.pingyi.linking.Protections.SignOffs;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever holds everything after the close of a year guesses whose a ballot is no better
 * than 4 % beyond chance, from whatever source (T-18): {@link Findings} says how guesses
 * are counted and what luck is let through. Each control takes protections away and is
 * found out. Five years of a city: {@code -Dpingyi.linking.years=5}; the table is in
 * {@code target/linking.md}.
 */
@PingyiTest
class LinkingTests {

	private static final int YEARS = Integer.getInteger("pingyi.linking.years", 0);

	private static final Turnout TURNOUT = (YEARS > 0) ? Turnout.OF_A_CITY : Turnout.OF_A_TOWN;

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
