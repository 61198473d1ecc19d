package org.pingyi.base.web;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Printed links begin with the address of the setting, else with this machine's; never
 * with the host that a request names.
 */
class PublicAddressTests {

	private final MockEnvironment environment = new MockEnvironment();

	@BeforeEach
	void askByAForeignName() {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/desk/kiosks");
		request.setServerName("evil.example");
		RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
	}

	@AfterEach
	void answered() {
		RequestContextHolder.resetRequestAttributes();
	}

	@Test
	void obeysTheSetting() {
		assertThat(new PublicAddress("https://pingyi.example/", "", this.environment).of("/review/x"))
			.isEqualTo("https://pingyi.example/review/x");
	}

	@Test
	void takesThisMachineWithoutASetting() {
		assertThat(new PublicAddress("", "127.0.0.1", this.environment).of("/vote#c=1"))
			.isEqualTo("http://127.0.0.1:8080/vote#c=1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "::1", "localhost" })
	void needsNoSettingWhereNobodyElseIsLetIn(String listens) {
		assertThat(new PublicAddress("", listens, this.environment).of("/")).isEqualTo("http://127.0.0.1:8080/");
	}

	@Test
	void takesThePortThatTheServerListensOn() {
		this.environment.setProperty("server.port", "0");
		this.environment.setProperty("local.server.port", "4711");
		assertThat(new PublicAddress("", "127.0.0.1", this.environment).of("/setup/x"))
			.isEqualTo("http://127.0.0.1:4711/setup/x");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "0.0.0.0", "::", "10.0.0.7", "pingyi.example" })
	void refusesToStartWithoutASettingWhereOthersAreLetIn(String listens) {
		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
			.isThrownBy(() -> new PublicAddress("", listens, this.environment))
			.satisfies((refused) -> assertThat(refused.getReason()).contains("PINGYI_ADDRESS"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "pingyi.example", "ftp://pingyi.example", "https://", "https://pingyi.example/vote",
			"https://a b", "https://user@pingyi.example", "http://pingyi.example" })
	void refusesToStartWithWhatIsNoAddress(String address) {
		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
			.isThrownBy(() -> new PublicAddress(address, "127.0.0.1", this.environment));
	}

}
