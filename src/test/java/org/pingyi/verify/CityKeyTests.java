package org.pingyi.verify;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The verifier knows the keys and signatures of both suites from examples of others. */
class CityKeyTests {

	private static final String ED25519 = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c";

	private static final String SM2 = "0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
			+ "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13";

	/** RFC 8032, section 7.1, test 2. */
	@Test
	void readsAKeyWithoutASuiteAsEd25519() {
		CityKey key = CityKey.read("key.txt", ED25519 + "\n");
		byte[] signature = Sha256.bytes("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
				+ "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
		assertThat(key.suite()).isEqualTo(Suite.INTERNATIONAL);
		assertThat(key.signed("r", signature)).isTrue();
		assertThat(key.signed("s", signature)).isFalse();
	}

	/** GB/T 32918.5, appendix A.2: the message, and r and s, as DER. */
	@Test
	void readsTheKeyOfANationalCity() {
		CityKey key = CityKey.read("key.txt", "national " + SM2 + "\n");
		byte[] signature = der("f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3",
				"b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa");
		assertThat(key.suite()).isEqualTo(Suite.NATIONAL);
		assertThat(key.signed("message digest", signature)).isTrue();
		assertThat(key.signed("message digesu", signature)).isFalse();
		signature[20] ^= 1;
		assertThat(key.signed("message digest", signature)).isFalse();
		assertThat(key.signed("message digest", new byte[0])).isFalse();
	}

	private static byte[] der(String r, String s) {
		ByteArrayOutputStream numbers = new ByteArrayOutputStream();
		for (String number : new String[] { r, s }) {
			byte[] bytes = new BigInteger(number, 16).toByteArray();
			numbers.write(2);
			numbers.write(bytes.length);
			numbers.writeBytes(bytes);
		}
		ByteArrayOutputStream sequence = new ByteArrayOutputStream();
		sequence.write(48);
		sequence.write(numbers.size());
		sequence.writeBytes(numbers.toByteArray());
		return sequence.toByteArray();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "00", "national ", "national " + ED25519, SM2, "other " + SM2, "national 04",
			"national 0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
					+ "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad14" })
	void refusesWhatIsNoKeyOfItsSuite(String line) {
		assertThatExceptionOfType(Unreadable.class).isThrownBy(() -> CityKey.read("key.txt", line));
	}

}
