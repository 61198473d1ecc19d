package org.pingyi.base.account.password;

import org.junit.jupiter.api.Test;

import org.springframework.security.crypto.password.PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;

/** Other tests take an encoder of less cost; this one looks at what cities get. */
class PasswordEncodingTests {

	private final PasswordEncoder encoder = new PasswordEncoding().passwordEncoder();

	@Test
	void keepsPasswordsAsArgon2Recommends() {
		String encoded = this.encoder.encode("open-the-quiet-harbour-7");
		assertThat(encoded).startsWith("{argon2}$argon2id$v=19$m=16384,t=2,p=1$");
		assertThat(this.encoder.matches("open-the-quiet-harbour-7", encoded)).isTrue();
		assertThat(this.encoder.matches("open-the-quiet-harbour-8", encoded)).isFalse();
	}

}
