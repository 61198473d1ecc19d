package org.pingyi.intake.ballot;

import java.util.concurrent.TimeUnit;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Seals every minute the cycles in which enough ballots wait to hide in one another. */
@Component
@EnableScheduling
@ConditionalOnProperty(name = "pingyi.sealing.scheduled", matchIfMissing = true)
class SealingSchedule {

	private static final int ENOUGH = 500;

	private static final String WAITING = """
			select cycle_id from ballot_intake group by cycle_id having count(*) >= :enough""";

	private final JdbcClient jdbc;

	private final Sealer sealer;

	SealingSchedule(JdbcClient jdbc, Sealer sealer) {
		this.jdbc = jdbc;
		this.sealer = sealer;
	}

	@Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
	void sealWhereEnoughWait() {
		this.jdbc.sql(WAITING).param("enough", ENOUGH).query(Long.class).list().forEach(this.sealer::seal);
	}

}
