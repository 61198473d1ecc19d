package org.pingyi.intake.ballot;

import java.util.concurrent.TimeUnit;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Seals the cycles in which enough ballots wait to hide in one another: many each minute,
 * fewer when they have waited long.
 */
@Component
@EnableScheduling
@ConditionalOnProperty(name = "pingyi.sealing.scheduled", matchIfMissing = true)
class SealingSchedule {

	private static final int MANY = 500;

	private static final int SOME = 50;

	private static final String WAITING = """
			select cycle_id from ballot_waiting group by cycle_id having count(*) >= :enough""";

	private final JdbcClient jdbc;

	private final Sealer sealer;

	SealingSchedule(JdbcClient jdbc, Sealer sealer) {
		this.jdbc = jdbc;
		this.sealer = sealer;
	}

	@Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
	void sealWhereManyWait() {
		seal(MANY);
	}

	@Scheduled(initialDelay = 6, fixedDelay = 6, timeUnit = TimeUnit.HOURS)
	void sealWhereSomeHaveWaitedLong() {
		seal(SOME);
	}

	private void seal(int enough) {
		this.jdbc.sql(WAITING).param("enough", enough).query(Long.class).list().forEach(this.sealer::seal);
	}

}
