package org.pingyi.intake.vote;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pingyi.PingyiTest;
import org.pingyi.TestClock;
import org.pingyi.base.web.Refusal;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Work that a phone does before a message is paid for. */
@PingyiTest
class ProofOfWorkTests {

	private static final String ADDRESS = "203.0.113.9";

	private final ProofOfWork work;

	private final VoteSamples samples;

	private final TestClock clock;

	private final JdbcTemplate jdbc;

	ProofOfWorkTests(ProofOfWork work, VoteSamples samples, TestClock clock, JdbcTemplate jdbc) {
		this.work = work;
		this.samples = samples;
		this.clock = clock;
		this.jdbc = jdbc;
	}

	@Test
	void takesASolutionOnce() {
		String proof = this.samples.solved(this.work.challenge(ADDRESS));
		this.work.take(proof);
		assertRefused(proof, "vote.work.used");
		this.work.take(this.samples.solved(this.work.challenge(ADDRESS)));
	}

	@Test
	void takesNoSolutionAfterItsTime() {
		String proof = this.samples.solved(this.work.challenge(ADDRESS));
		this.clock.advance(Duration.ofMinutes(10));
		assertRefused(proof, "vote.work.expired");
	}

	@Test
	void takesNeitherGuessesNorForeignSignatures() {
		ProofOfWork.Challenge challenge = this.work.challenge(ADDRESS);
		assertRefused(this.samples.proof(challenge, challenge.maxnumber() + 1), "vote.work.wrong");
		ProofOfWork.Challenge forged = new ProofOfWork.Challenge(challenge.algorithm(), challenge.challenge(),
				challenge.salt(), altered(challenge.signature()), challenge.maxnumber());
		assertRefused(this.samples.solved(forged), "vote.work.wrong");
		ProofOfWork.Challenge longer = new ProofOfWork.Challenge(challenge.algorithm(), challenge.challenge(),
				challenge.salt().replaceFirst("expires=\\d+", "expires=9999999999"), challenge.signature(),
				challenge.maxnumber());
		assertRefused(this.samples.proof(longer, this.samples.number(challenge)), "vote.work.wrong");
	}

	@ParameterizedTest
	@CsvSource({ "''", "x", "bm90aGluZw==", "e30=", "bnVsbA==", "W10=" })
	void takesNoNonsense(String proof) {
		assertRefused(proof, "vote.work.wrong");
	}

	@ParameterizedTest
	@CsvSource({ "0, 50000", "25, 50000", "40, 100000", "60, 200000", "80, 800000", "100, 1600000" })
	void growsWithPressure(int percent, long difficulty) {
		assertThat(this.work.difficulty(percent)).isEqualTo(difficulty);
	}

	@Test
	void growsForAnAddressThatAsksWithoutEndAndForNobodyElse() {
		for (int ask = 0; ask < 1200; ask++) {
			this.work.challenge(ADDRESS);
		}
		assertThat(this.work.challenge(ADDRESS).maxnumber()).isEqualTo(1_600_000);
		assertThat(this.work.challenge("203.0.113.10").maxnumber()).isEqualTo(50_000);
	}

	@Test
	void growsForEverybodyWhenTheHourIsNearlySpent() {
		this.jdbc.update("insert into message_sms_hour (hour, taken) values (?, 2990)",
				java.sql.Timestamp.from(TestClock.START));
		assertThat(this.work.challenge(ADDRESS).maxnumber()).isEqualTo(1_600_000);
	}

	@Test
	void forgetsWhatNobodyCanUseAgain() {
		this.work.take(this.samples.solved(this.work.challenge(ADDRESS)));
		this.work.forgetExpired();
		assertThat(this.jdbc.queryForObject("select count(*) from vote_work", Long.class)).isEqualTo(1);
		this.clock.advance(Duration.ofMinutes(11));
		this.work.forgetExpired();
		assertThat(this.jdbc.queryForObject("select count(*) from vote_work", Long.class)).isZero();
	}

	/** Whatever its first digit is, it has another one. */
	private static String altered(String signature) {
		return ((signature.charAt(0) == '0') ? "1" : "0") + signature.substring(1);
	}

	private void assertRefused(String proof, String key) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.work.take(proof))
			.matches((refusal) -> refusal.key().equals(key), key);
	}

}
