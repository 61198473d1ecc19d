package org.pingyi.intake.ballot.log;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.junit.jupiter.api.Test;

import org.pingyi.PingyiTest;
import org.pingyi.base.secret.CipherSuite;
import org.pingyi.base.secret.Keys;
import org.pingyi.base.secret.KeysRefused;
import org.pingyi.base.secret.Pseudonyms;
import org.pingyi.base.secret.SigningKey;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
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

	private final Keys keys;

	private final TransactionTemplate transactions;

	private final JdbcClient jdbc;

	SignerTests(Signer signer, Pseudonyms pseudonyms, CheckpointRepository checkpoints, CycleSamples cycles, Keys keys,
			TransactionTemplate transactions, JdbcClient jdbc) {
		this.keys = keys;
		this.transactions = transactions;
		this.jdbc = jdbc;
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
		sign(CipherSuite.INTERNATIONAL.signingKey(ofTheSecret()));
		assertThat(first().publicKey().encoded()).isEqualTo(publicKey(ofTheSecret()));
	}

	/** The control is the city above, which signed with the secret's key. */
	@Test
	void refusesToStartWithTheKeyOfTheSecretWhereAnotherOneSignedBefore() {
		sign(CipherSuite.INTERNATIONAL.signingKey(KEY));
		assertThatExceptionOfType(KeysRefused.class).isThrownBy(this::first).withMessageContaining("checkpoint");
	}

	/** One statement that the application's role may give. */
	@Test
	void refusesToStartWhenTheTableSaysThatItsKeyWasGivenUp() {
		this.keys.create("checkpoint");
		this.cycles.opened();
		assertThatNoException().isThrownBy(this::again);
		this.jdbc.sql("update secret_key set erased_on = current_date where name = 'checkpoint'").update();
		assertThatExceptionOfType(KeysRefused.class).isThrownBy(this::again).withMessageContaining("checkpoint");
		this.jdbc.sql("update secret_key set erased_on = null, name = 'aside' where name = 'checkpoint'").update();
		assertThatExceptionOfType(KeysRefused.class).isThrownBy(this::again).withMessageContaining("checkpoint");
	}

	private Signer again() {
		return new Signer(this.keys, this.pseudonyms, CipherSuite.INTERNATIONAL, this.checkpoints);
	}

	/** A state of the newest year that came after the others. */
	private void sign(SigningKey key) {
		Cycle cycle = this.cycles.opened();
		byte[] root = new byte[32];
		Checkpoint state = new Checkpoint(cycle.id(), 9, root, root, 0, new byte[0], new byte[0]);
		Checkpoint signed = state.signed(key.sign(state.content().getBytes(StandardCharsets.UTF_8)));
		this.transactions.executeWithoutResult((status) -> this.checkpoints.save(new CheckpointEntity(signed)));
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
