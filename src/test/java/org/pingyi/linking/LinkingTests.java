package org.pingyi.linking;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.pingyi.PingyiTest;
import org.pingyi.linking.Findings.Finding;
import org.pingyi.linking.Protections.Log;
import org.pingyi.linking.Protections.Sealing;
import org.pingyi.linking.Protections.SignOffs;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever holds everything after the close guesses whose a ballot is no better than 4 %
 * beyond chance, from whatever source (T-18); each control takes one protection away and
 * is found out. More years: {@code -Dpingyi.linking.years=20}.
 */
@PingyiTest
class LinkingTests {

	private static final Findings FINDINGS = new Findings();

	private final YearSamples years;

	private final Attacker attacker;

	LinkingTests(YearSamples years, Attacker attacker) {
		this.years = years;
		this.attacker = attacker;
	}

	static LongStream seeds() {
		return LongStream.rangeClosed(1, Long.getLong("pingyi.linking.years", 1));
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void linksNobody(long seed) throws IOException {
		Findings findings = findings(seed, Turnout.OF_A_CITY, Protections.ALL);
		FINDINGS.addAll(findings);
		assertThat(findings.best()).filteredOn(Finding::links).isEmpty();
	}

	@AfterAll
	static void write() throws IOException {
		java.nio.file.Files.writeString(Path.of("target", "linking.md"), FINDINGS.table());
	}

	@Test
	void linksInvitedPeopleWhereABatchNeedsNoCompany() throws IOException {
		Findings findings = findings(7, Turnout.SMALL,
				new Protections(Sealing.WITHOUT_COMPANY, SignOffs.EACH_AT_ITS_TIME, Log.USUAL));
		System.out.println(findings.table());
		assertThat(linked(findings, "leader")).contains("transactions (xmin)", "trail", "log of the proxy");
	}

	@Test
	void linksEverybodyWhereBallotsKeepTheirOrder() throws IOException {
		Findings findings = findings(7, Turnout.SMALL,
				new Protections(Sealing.IN_ORDER, SignOffs.AT_THE_CLOSE, Log.UNLINKED));
		System.out.println(findings.table());
		assertThat(linked(findings, "leader")).doesNotContain("trail", "log of the proxy");
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

}
