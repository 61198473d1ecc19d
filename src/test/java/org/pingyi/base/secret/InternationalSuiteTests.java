package org.pingyi.base.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What cities have that chose nothing stays as it was, byte for byte, as standards and
 * the JDK itself give it.
 */
class InternationalSuiteTests {

	private static final CipherSuite SUITE = CipherSuite.INTERNATIONAL;

	private static final HexFormat HEX = HexFormat.of();

	private static final byte[] KEY = HEX.parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");

	@Test
	void isWhatACityHasThatChoseNothing() {
		assertThat(CipherSuite.of("")).contains(SUITE);
		assertThat(CipherSuite.of("international")).contains(SUITE);
		assertThat(CipherSuite.of("rot13")).isEmpty();
	}

	/** Examples of FIPS 180-4 and of RFC 8032, section 7.1, test 2. */
	@Test
	void hashesAndSignsAsTheStandardsSay() {
		assertThat(HEX.formatHex(
				SUITE.digest("a".getBytes(StandardCharsets.UTF_8), new byte[0], "bc".getBytes(StandardCharsets.UTF_8))))
			.isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
		SigningKey key = SUITE
			.signingKey(HEX.parseHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));
		assertThat(HEX.formatHex(key.publicKey()))
			.isEqualTo("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
		assertThat(HEX.formatHex(key.sign(new byte[] { 0x72 })))
			.isEqualTo("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
					+ "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
	}

	/** HMAC-SHA-256 over fields, each led by its length in four bytes. */
	@Test
	void hidesUnderTheSameNames() throws GeneralSecurityException {
		Mac mac = Mac.getInstance("HmacSHA256");
		mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
		for (String field : new String[] { "ballot.right", "7", "市水务局" }) {
			byte[] text = field.getBytes(StandardCharsets.UTF_8);
			mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
			mac.update(text);
		}
		assertThat(SUITE.keyedHash(KEY).mac("ballot.right", "7", "市水务局")).isEqualTo(mac.doFinal());
	}

	/** AES-256-GCM: a nonce of 12 bytes, the content, a tag of 16. */
	@Test
	void encryptsInTheSameLayout() throws GeneralSecurityException {
		byte[] head = { 0, 0, 0, 7 };
		byte[] plain = "一张选票".getBytes(StandardCharsets.UTF_8);
		byte[] box = new byte[head.length + 12 + plain.length + 16];
		SUITE.cipher(KEY).encrypt(head, plain, box, head.length);
		assertThat(
				jdk(Cipher.DECRYPT_MODE, head, Arrays.copyOfRange(box, 4, 16), Arrays.copyOfRange(box, 16, box.length)))
			.isEqualTo(plain);
		byte[] nonce = Arrays.copyOf(KEY, 12);
		byte[] before = jdk(Cipher.ENCRYPT_MODE, head, nonce, plain);
		byte[] there = ByteBuffer.allocate(16 + before.length).put(head).put(nonce).put(before).array();
		assertThat(SUITE.cipher(KEY).decrypt(head, there, head.length)).contains(plain);
		assertThat(SUITE.cipher(KEY).decrypt(new byte[0], there, head.length)).isEmpty();
		assertThat(SUITE.cipher(KEY).decrypt(head, Arrays.copyOf(there, 20), head.length)).isEmpty();
	}

	private static byte[] jdk(int mode, byte[] head, byte[] nonce, byte[] input) throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
		cipher.init(mode, new SecretKeySpec(KEY, "AES"), new GCMParameterSpec(128, nonce));
		cipher.updateAAD(head);
		return cipher.doFinal(input);
	}

}
