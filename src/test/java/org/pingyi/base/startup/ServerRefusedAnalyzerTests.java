package org.pingyi.base.startup;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.pingyi.PingyiTest;
import org.pingyi.Superuser;

import org.springframework.boot.diagnostics.FailureAnalysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowable;

/** The servers on which nothing is migrated. */
@PingyiTest
class ServerRefusedAnalyzerTests {

	private final Flyway flyway;

	private final Superuser superuser;

	ServerRefusedAnalyzerTests(Flyway flyway, Superuser superuser) {
		this.flyway = flyway;
		this.superuser = superuser;
	}

	@AfterEach
	void forgetCitus() {
		this.superuser.jdbc().execute("drop table if exists pg_dist_partition");
	}

	@Test
	void saysThatRowsMayNotBeSpread() {
		hasCitus("h");
		FailureAnalysis said = new ServerRefusedAnalyzer().analyze(catchThrowable(this.flyway::migrate));
		assertThat(said).isNotNull();
		assertThat(said.getDescription()).startsWith("Citus spreads the rows of this city's tables over several nodes");
		assertThat(said.getAction()).contains("src/docs/growth.md");
	}

	/** The control: a table that lies on one node as a whole. */
	@Test
	void takesASchemaThatWasPlacedAsAWhole() {
		hasCitus("n");
		assertThatNoException().isThrownBy(this.flyway::migrate);
	}

	@Test
	void saysNothingOfOtherFailures() {
		assertThat(new ServerRefusedAnalyzer()
			.analyze(catchThrowable(() -> this.superuser.jdbc().execute("select from nowhere")))).isNull();
	}

	/** What Citus keeps of its tables, as far as the start looks at it. */
	private void hasCitus(String method) {
		this.superuser.jdbc().execute("""
				create table pg_dist_partition (logicalrelid regclass, partmethod "char");
				grant select on pg_dist_partition to public;
				insert into pg_dist_partition values ('ballot_sealed', '%s')""".formatted(method));
	}

}
