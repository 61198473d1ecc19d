package org.pingyi.base.audit;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The examples of FIPS 180-4. */
class Sha256Tests {

	@Test
	void givesTheHashesOfTheStandard() {
		assertThat(Sha256.hex("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
		assertThat(Sha256.hex(new byte[0]))
			.isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
	}

	@Test
	void hashesPartsOneAfterTheOther() {
		assertThat(Sha256.of(bytes("a"), bytes("bc"))).isEqualTo(Sha256.of("abc")).isNotEqualTo(Sha256.of("acb"));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
