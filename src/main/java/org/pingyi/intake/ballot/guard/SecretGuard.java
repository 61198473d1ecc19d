package org.pingyi.intake.ballot.guard;

import org.pingyi.base.secret.Pseudonyms;
import org.pingyi.base.secret.SecretRefused;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Phase;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stops the start when the secret changed while a year is open: under another secret
 * everybody could vote once more.
 */
@Component
class SecretGuard implements SmartInitializingSingleton {

	private static final String KEEP = """
			insert into ballot_secret (fingerprint) values (:mine)
			on conflict (only_one) do update set fingerprint = excluded.fingerprint""";

	private final JdbcClient jdbc;

	private final Pseudonyms pseudonyms;

	private final Cycles cycles;

	SecretGuard(JdbcClient jdbc, Pseudonyms pseudonyms, Cycles cycles) {
		this.jdbc = jdbc;
		this.pseudonyms = pseudonyms;
		this.cycles = cycles;
	}

	@Override
	public void afterSingletonsInstantiated() {
		String mine = this.pseudonyms.of("ballot.secret", "");
		boolean known = this.jdbc.sql("select fingerprint from ballot_secret")
			.query(String.class)
			.optional()
			.map(mine::equals)
			.orElse(true);
		if (!known && this.cycles.all().stream().anyMatch((cycle) -> cycle.phase() == Phase.OPENED)) {
			throw SecretRefused.changed();
		}
		this.jdbc.sql(KEEP).param("mine", mine).update();
	}

}
