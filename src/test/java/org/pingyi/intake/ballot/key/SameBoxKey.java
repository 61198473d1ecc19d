package org.pingyi.intake.ballot.key;

import java.util.Optional;

import org.pingyi.base.secret.CipherSuite;

/** One key for everything, without directories and database. */
public final class SameBoxKey extends BoxKeys {

	private static final BoxKey KEY = BoxKey.of(1, CipherSuite.INTERNATIONAL.keyedHash(new byte[32]),
			CipherSuite.INTERNATIONAL);

	@SuppressWarnings("NullAway") // nothing of it is used
	public SameBoxKey() {
		super(null, null, null, null, java.time.Duration.ofHours(2));
	}

	@Override
	public BoxKey current() {
		return KEY;
	}

	@Override
	public Optional<BoxKey> find(int number) {
		return (number == KEY.number()) ? Optional.of(KEY) : Optional.empty();
	}

}
