package org.pingyi.intake.ballot;

import java.util.concurrent.TimeUnit;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Seals a cycle in which enough ballots wait to hide in one another: soon when there are
 * many, fewer when they have waited long. In a rush a batch a minute has to do: sealing
 * may fall behind, voting may not.
 */
@Component
@ConditionalOnProperty(name = "pingyi.sealing.scheduled", matchIfMissing = true)
class SealingSchedule {

	private static final int MANY = 500;

	private static final int SOME = 2 * Sealer.COMPANY;

	// Only one cycle is open at a time, and nothing waits in a closed one; to count all
	// that wait would take a second after a rush.
	private static final String WAITING = """
			select cycle_id from (select cycle_id from ballot_waiting limit :enough) as waiting
			group by cycle_id having count(*) >= :enough""";

	private final JdbcClient jdbc;

	private final Sealer sealer;

	private final GroupCommit commits;

	SealingSchedule(JdbcClient jdbc, Sealer sealer, GroupCommit commits) {
		this.jdbc = jdbc;
		this.sealer = sealer;
		this.commits = commits;
	}

	@Scheduled(initialDelay = 6, fixedDelay = 6, timeUnit = TimeUnit.SECONDS)
	void sealWhereManyWait() {
		if (!this.commits.isRushed()) {
			seal(MANY);
		}
	}

	@Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
	void sealEvenInARush() {
		seal(MANY);
	}

	@Scheduled(initialDelay = 6, fixedDelay = 6, timeUnit = TimeUnit.HOURS)
	void sealWhereSomeHaveWaitedLong() {
		seal(SOME);
	}

	private void seal(int enough) {
		this.jdbc.sql(WAITING)
			.param("enough", enough)
			.query(Long.class)
			.list()
			.forEach((cycle) -> this.sealer.sealSome(cycle, enough));
	}

}
