package org.pingyi.verify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Signs the last checkpoint with a key of its own, as somebody without the city's would.
 */
final class Forger {

	private static final String CONTENT = """
			select concat_ws(E'\\n', 'pingyi-checkpoint/2', cycle_id, size, encode(ballots_root, 'hex'),
				encode(receipts_root, 'hex'), acts, encode(acts_root, 'hex'), '')
			from ballot_checkpoint where cycle_id = ? order by size desc, acts desc limit 1""";

	private Forger() {
	}

	static String sign(JdbcTemplate jdbc, long cycle) {
		try {
			PrivateKey own = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
			Signature signature = Signature.getInstance("Ed25519");
			signature.initSign(own);
			signature.update(jdbc.queryForObject(CONTENT, String.class, cycle).getBytes(StandardCharsets.UTF_8));
			return Sha256.hex(signature.sign());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
