package org.pingyi.intake.ballot.guard;

import org.pingyi.base.secret.Pseudonyms;
import org.pingyi.base.secret.SecretRefused;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Phase;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Stops the start when the secret changed while a year is open: under another secret
 * everybody could vote once more.
 */
@Component
class SecretGuard implements SmartInitializingSingleton {

	private final SecretFingerprintRepository repository;

	private final Pseudonyms pseudonyms;

	private final Cycles cycles;

	SecretGuard(SecretFingerprintRepository repository, Pseudonyms pseudonyms, Cycles cycles) {
		this.repository = repository;
		this.pseudonyms = pseudonyms;
		this.cycles = cycles;
	}

	@Override
	public void afterSingletonsInstantiated() {
		String mine = this.pseudonyms.of("ballot.secret", "");
		boolean known = this.repository.fingerprint().map(mine::equals).orElse(true);
		if (!known && this.cycles.all().stream().anyMatch(SecretGuard::holdsWaiting)) {
			throw SecretRefused.changed();
		}
		this.repository.keep(mine);
	}

	/** What waits for the seal is encrypted under the secret. */
	private static boolean holdsWaiting(Cycle cycle) {
		return cycle.phase() == Phase.OPENED || cycle.phase() == Phase.CLOSING;
	}

}
