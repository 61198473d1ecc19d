package org.pingyi.intake.ballot.log;

import java.util.Optional;

import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.junit.jupiter.api.Test;

import org.pingyi.PingyiTest;
import org.pingyi.base.secret.CipherSuite;
import org.pingyi.base.secret.Keys;
import org.pingyi.base.secret.Pseudonyms;
import org.pingyi.rules.cycle.CycleSamples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/** Whoever gets hold of the city's secret signs no checkpoint with it. */
@PingyiTest
class SignerTests {

	private static final byte[] KEY = new byte[32];

	private final Signer signer;

	private final Pseudonyms pseudonyms;

	private final CheckpointRepository checkpoints;

	private final CycleSamples cycles;

	SignerTests(Signer signer, Pseudonyms pseudonyms, CheckpointRepository checkpoints, CycleSamples cycles) {
		this.signer = signer;
		this.pseudonyms = pseudonyms;
		this.checkpoints = checkpoints;
		this.cycles = cycles;
	}

	@Test
	void signsWithAKeyThatDoesNotFollowFromTheSecret() {
		assertThat(this.signer.publicKey().encoded()).isNotEqualTo(publicKey(ofTheSecret()));
		assertThat(first().publicKey().encoded()).isEqualTo(publicKey(KEY));
	}

	@Test
	void goesOnWithTheKeyThatSignedBefore() {
		this.cycles.opened();
		assertThat(first().publicKey().encoded()).isEqualTo(publicKey(ofTheSecret()));
	}

	/** A start that finds no key of its own. */
	private Signer first() {
		Keys none = mock(Keys.class);
		given(none.find(anyString())).willReturn(Optional.empty());
		given(none.create("checkpoint")).willReturn(KEY);
		return new Signer(none, this.pseudonyms, CipherSuite.INTERNATIONAL, this.checkpoints);
	}

	private byte[] ofTheSecret() {
		return this.pseudonyms.mac("ballot.checkpoint");
	}

	private static byte[] publicKey(byte[] seed) {
		return new Ed25519PrivateKeyParameters(seed).generatePublicKey().getEncoded();
	}

}
