package org.pingyi.intake.ballot.guard;

import org.junit.jupiter.api.Test;

import org.pingyi.PingyiTest;
import org.pingyi.base.secret.CipherSuite;
import org.pingyi.base.secret.Pseudonyms;
import org.pingyi.base.secret.SecretRefused;
import org.pingyi.rules.cycle.CycleSamples;
import org.pingyi.rules.cycle.Cycles;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/** The secret may change between years, never within one. */
@PingyiTest
class SecretGuardTests {

	private static final Pseudonyms BEFORE = new Pseudonyms("the-secret-of-the-day-before-this-one",
			CipherSuite.INTERNATIONAL);

	private static final Pseudonyms AFTER = new Pseudonyms("another-secret-than-that-of-yesterday",
			CipherSuite.INTERNATIONAL);

	private final SecretFingerprintRepository repository;

	private final Cycles cycles;

	private final CycleSamples samples;

	SecretGuardTests(SecretFingerprintRepository repository, Cycles cycles, CycleSamples samples) {
		this.repository = repository;
		this.cycles = cycles;
		this.samples = samples;
	}

	@Test
	void stopsTheStartUnderAnotherSecretWhileAYearIsOpen() {
		this.samples.opened();
		start(BEFORE);
		start(BEFORE);
		assertThatExceptionOfType(SecretRefused.class).isThrownBy(() -> start(AFTER));
		assertThatNoException().isThrownBy(() -> start(BEFORE));
	}

	@Test
	void takesANewSecretBetweenYears() {
		start(BEFORE);
		this.samples.closed();
		assertThatNoException().isThrownBy(() -> start(AFTER));
	}

	private void start(Pseudonyms pseudonyms) {
		new SecretGuard(this.repository, pseudonyms, this.cycles).afterSingletonsInstantiated();
	}

}
