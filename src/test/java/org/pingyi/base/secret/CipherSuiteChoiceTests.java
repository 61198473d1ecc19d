package org.pingyi.base.secret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import org.pingyi.PingyiTest;
import org.pingyi.Superuser;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A city chooses its cipher suite once, at its first start. */
@PingyiTest
class CipherSuiteChoiceTests {

	private final CipherSuiteConfiguration start = new CipherSuiteConfiguration();

	private final ChosenSuiteRepository repository;

	private final JdbcTemplate jdbc;

	private final Superuser superuser;

	CipherSuiteChoiceTests(ChosenSuiteRepository repository, JdbcTemplate jdbc, Superuser superuser) {
		this.repository = repository;
		this.jdbc = jdbc;
		this.superuser = superuser;
	}

	@Test
	void keepsWhatTheFirstStartChose() {
		assertThat(start("national")).isEqualTo(CipherSuite.NATIONAL);
		assertThat(start("national")).isEqualTo(CipherSuite.NATIONAL);
		assertThat(this.repository.chosen()).isEqualTo("national");
	}

	@Test
	void refusesAnyOtherEverAfterAndSaysWhy() {
		start("national");
		for (String other : new String[] { "international", "" }) {
			assertThatExceptionOfType(CipherSuiteRefused.class).isThrownBy(() -> start(other))
				.withMessageContaining("PINGYI_CRYPTOGRAPHY")
				.withMessageContaining("chose national")
				.satisfies((refused) -> {
					FailureAnalysis said = new CipherSuiteRefusedAnalyzer().analyze(refused);
					assertThat(said.getDescription()).isEqualTo(refused.getMessage());
					assertThat(said.getAction()).contains("PINGYI_CRYPTOGRAPHY");
				});
		}
		assertThat(this.repository.chosen()).isEqualTo("national");
	}

	@Test
	void isInternationalWhereNothingWasSet() {
		assertThat(start("")).isEqualTo(CipherSuite.INTERNATIONAL);
		assertThatExceptionOfType(CipherSuiteRefused.class).isThrownBy(() -> start("national"))
			.withMessageContaining("chose international");
	}

	@Test
	void refusesWhatItDoesNotKnow() {
		assertThatExceptionOfType(CipherSuiteRefused.class).isThrownBy(() -> start("rot13"))
			.withMessageContaining("neither international nor national");
	}

	/** The migration's last statement, on a database that was started before. */
	@Test
	void isInternationalWhereACityStartedBeforeThereWasAChoice() throws IOException {
		String migration = Files
			.readString(Path.of("src/main/resources/db/migration/base/secret/V202611291716__secret_suite.sql"));
		String choice = migration.substring(migration.indexOf("insert"));
		assertThat(this.superuser.jdbc().update(choice)).as("on a new database").isZero();
		this.superuser.jdbc().update("insert into ballot_secret (fingerprint) values ('of the start before')");
		assertThat(this.superuser.jdbc().update(choice)).isOne();
		assertThatExceptionOfType(CipherSuiteRefused.class).isThrownBy(() -> start("national"))
			.withMessageContaining("chose international");
	}

	/** Whoever got hold of the application changes nothing; a superuser could. */
	@Test
	void isChangedByNobodyWhoServes() {
		start("national");
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.jdbc.update("update secret_suite set suite = 'international'"));
		assertThat(this.superuser.jdbc().update("update secret_suite set suite = 'international'")).isOne();
	}

	private CipherSuite start(String setting) {
		return this.start.cipherSuite(setting, this.repository);
	}

}
