package org.pingyi.base.account.passkey;

import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.pingyi.base.web.PublicAddress;
import org.pingyi.base.web.Refusal;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The name that passkeys are bound to is that of the setting. */
class RelyingPartyTests {

	@ParameterizedTest
	@CsvSource({ "https://Pingyi.Example.cn/, pingyi.example.cn, https://pingyi.example.cn",
			"https://pingyi.example.cn:443, pingyi.example.cn, https://pingyi.example.cn",
			"https://pingyi.example.cn:8443, pingyi.example.cn, https://pingyi.example.cn:8443",
			"https://localhost:8443, localhost, https://localhost:8443",
			"http://127.0.0.1:8080, localhost, http://localhost:8080",
			"http://[::1]:8080, localhost, http://localhost:8080", "'', localhost, http://localhost:8080" })
	void isTheSite(String address, String id, String origin) {
		at(address, (party) -> {
			assertThat(party.isNamed()).isTrue();
			assertThat(party.id()).isEqualTo(id);
			assertThat(party.origin()).isEqualTo(origin);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://10.1.2.3", "https://[2001:db8::1]:8443" })
	void isNoneWithoutAName(String address) {
		at(address, (party) -> {
			assertThat(party.isNamed()).isFalse();
			assertThatExceptionOfType(Refusal.class).isThrownBy(party::id).withMessage("account.passkeysUnnamed");
		});
	}

	@Test
	void namesTheAddressEvenWithoutPasskeys() {
		at("https://10.1.2.3", (party) -> assertThat(party.origin()).isEqualTo("https://10.1.2.3"));
	}

	private static void at(String address, Consumer<RelyingParty> look) {
		new ApplicationContextRunner().withPropertyValues("pingyi.address=" + address, "server.address=127.0.0.1")
			.withBean(PublicAddress.class)
			.withBean(RelyingParty.class)
			.run((context) -> look.accept(context.getBean(RelyingParty.class)));
	}

}
