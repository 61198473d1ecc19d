package org.pingyi.base.secret;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.security.crypto.encrypt.BytesEncryptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The national algorithms give what their standards give as examples. */
class NationalSuiteTests {

	private static final CipherSuite SUITE = CipherSuite.NATIONAL;

	private static final HexFormat HEX = HexFormat.of();

	private static final byte[] SM4_KEY = HEX.parseHex("0123456789abcdeffedcba9876543210");

	/** GB/T 32905, appendix A. */
	@ParameterizedTest
	@CsvSource({ "abc, 1, 66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
			"abcd, 16, debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732" })
	void hashesAsGbt32905Says(String text, int times, String hash) {
		byte[][] parts = new byte[times][];
		Arrays.fill(parts, text.getBytes(StandardCharsets.US_ASCII));
		assertThat(HEX.formatHex(SUITE.digest(parts))).isEqualTo(hash);
	}

	/** GM/T 0042, appendix D.3. */
	@Test
	void authenticatesAsGmt0042Says() {
		byte[] key = HEX.parseHex("0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20");
		byte[] content = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".repeat(2)
			.getBytes(StandardCharsets.US_ASCII);
		assertThat(HEX.formatHex(Hmac.sm3(key).apply(content)))
			.isEqualTo("ca05e144ed05d1857840d1f318a4a8669e559fc8391f414485bfdf7bb408963a");
		assertThat(SUITE.keyedHash(key).mac("ab", "c")).hasSize(32)
			.isNotEqualTo(SUITE.keyedHash(key).mac("a", "bc"))
			.isNotEqualTo(CipherSuite.INTERNATIONAL.keyedHash(key).mac("ab", "c"));
	}

	/** GB/T 32907, appendix A.1. */
	@Test
	void encryptsABlockAsGbt32907Says() {
		SM4Engine engine = new SM4Engine();
		engine.init(true, new KeyParameter(SM4_KEY));
		byte[] block = new byte[16];
		engine.processBlock(SM4_KEY, 0, block, 0);
		assertThat(HEX.formatHex(block)).isEqualTo("681edf34d206965e86b3e94f536e4246");
	}

	/** RFC 8998, appendix A.1. */
	@Test
	void encryptsAsRfc8998Says() {
		byte[] head = HEX.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
		byte[] plain = HEX.parseHex("aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
				+ "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa");
		byte[] box = new byte[AuthenticatedCipher.OVERHEAD + plain.length];
		new Sm4Gcm(SM4_KEY).encrypt(HEX.parseHex("00001234567800000000abcd"), head, plain, box, 0);
		assertThat(HEX.formatHex(box))
			.isEqualTo("00001234567800000000abcd" + "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
					+ "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
					+ "83de3541e4c2b58177e065a9bf7b62ec");
		assertThat(SUITE.cipher(SM4_KEY).decrypt(head, box, 0)).contains(plain);
	}

	@Test
	void decryptsNothingThatWasAltered() {
		byte[] head = { 0, 0, 0, 7 };
		byte[] plain = "一张选票".getBytes(StandardCharsets.UTF_8);
		AuthenticatedCipher cipher = SUITE.cipher(new byte[32]);
		byte[] box = new byte[head.length + AuthenticatedCipher.OVERHEAD + plain.length];
		cipher.encrypt(head, plain, box, head.length);
		assertThat(cipher.decrypt(head, box, head.length)).contains(plain);
		for (int at = head.length; at < box.length; at++) {
			byte[] altered = box.clone();
			altered[at] ^= 1;
			assertThat(cipher.decrypt(head, altered, head.length)).as("byte " + at).isEmpty();
			assertThat(cipher.decrypt(head, Arrays.copyOf(box, at), head.length)).as("cut at " + at).isEmpty();
		}
		assertThat(cipher.decrypt(new byte[] { 0, 0, 0, 8 }, box, head.length)).isEmpty();
		assertThat(CipherSuite.INTERNATIONAL.cipher(new byte[32]).decrypt(head, box, head.length)).isEmpty();
	}

	@Test
	void encryptsWhatMustBeReadAgain() {
		BytesEncryptor encryptor = encryptors("a-secret-of-thirty-two-characters").of("message.sms");
		byte[] encrypted = encryptor.encrypt("13800001111".getBytes(StandardCharsets.UTF_8));
		assertThat(encryptor.decrypt(encrypted)).asString().isEqualTo("13800001111");
		BytesEncryptor other = encryptors("another-secret-of-as-many-characters").of("message.sms");
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> other.decrypt(encrypted));
		encrypted[encrypted.length - 1] ^= 1;
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> encryptor.decrypt(encrypted));
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> encryptor.decrypt(new byte[5]));
	}

	private static Encryptors encryptors(String secret) {
		return new Encryptors(new Pseudonyms(secret, SUITE), SUITE);
	}

	/** The key pair of GB/T 32918.5, appendix A. */
	@Test
	void hasThePublicKeysOfGbt32918() {
		BigInteger number = new BigInteger("3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8", 16);
		assertThat(HEX.formatHex(new Sm2Key(number).publicKey()))
			.isEqualTo("0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
					+ "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13");
	}

	/** All nodes make the same key of the same seed; no two seeds the same. */
	@Test
	void derivesOneKeyFromEachSeed() {
		assertThat(SUITE.signingKey(new byte[32]).publicKey()).hasSize(65)
			.isEqualTo(SUITE.signingKey(new byte[32]).publicKey())
			.isNotEqualTo(SUITE.signingKey(new byte[] { 1 }).publicKey());
	}

}
