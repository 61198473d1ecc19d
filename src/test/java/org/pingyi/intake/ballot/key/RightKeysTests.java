package org.pingyi.intake.ballot.key;

import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.pingyi.PingyiTest;
import org.pingyi.base.secret.CipherSuite;
import org.pingyi.base.secret.KeyedHash;
import org.pingyi.base.secret.Keys;
import org.pingyi.base.secret.Pseudonyms;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.intake.ballot.BallotSamples;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.mock;

/** All nodes hide the rights of a cycle under one key, whoever of them was first. */
@PingyiTest
class RightKeysTests {

	private final Keys keys;

	private final Pseudonyms pseudonyms;

	private final CipherSuite suite;

	private final JdbcClient jdbc;

	private final BallotSamples samples;

	private final CycleSamples cycles;

	private final UnitSamples units;

	RightKeysTests(Keys keys, Pseudonyms pseudonyms, CipherSuite suite, JdbcClient jdbc, BallotSamples samples,
			CycleSamples cycles, UnitSamples units) {
		this.keys = keys;
		this.pseudonyms = pseudonyms;
		this.suite = suite;
		this.jdbc = jdbc;
		this.samples = samples;
		this.cycles = cycles;
		this.units = units;
	}

	/**
	 * Between this node's look for the key and its look for rights another one takes a
	 * ballot.
	 */
	@Test
	void takesTheKeyOfANodeThatWasFasterByOneStep() {
		long cycle = this.cycles.opened().id();
		Keys late = mock(Keys.class, delegatesTo(this.keys));
		willAnswer((first) -> {
			this.samples.vote(cycle, "ONLINE", this.units.waterBureau().id(), 1, 2);
			return Optional.empty();
		}).willAnswer(delegatesTo(this.keys)).given(late).find(anyString());
		assertThat(hidden(late, cycle)).isEqualTo(hidden(this.keys, cycle)).isNotEqualTo(hiddenBySecret());
	}

	@Test
	void goesOnUnderTheSecretWhereRightsAreOlderThanKeys() {
		long cycle = this.cycles.opened().id();
		this.samples.vote(cycle, "ONLINE", this.units.waterBureau().id(), 1, 2);
		Keys none = mock(Keys.class);
		given(none.find(anyString())).willReturn(Optional.empty());
		assertThat(hidden(none, cycle)).isEqualTo(hiddenBySecret());
	}

	private byte[] hidden(Keys keys, long cycle) {
		return mac(new RightKeys(keys, this.pseudonyms, this.suite, this.jdbc).of(cycle).orElseThrow());
	}

	private byte[] hiddenBySecret() {
		return mac(this.pseudonyms.hash());
	}

	private static byte[] mac(KeyedHash hash) {
		return hash.mac("right");
	}

}
