package org.pingyi.base.web;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import static org.assertj.core.api.Assertions.assertThat;

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
		assertThat(new PublicAddress("https://pingyi.example/", this.environment).of("/review/x"))
			.isEqualTo("https://pingyi.example/review/x");
	}

	@Test
	void takesThisMachineWithoutASetting() {
		assertThat(new PublicAddress("", this.environment).of("/vote#c=1")).isEqualTo("http://127.0.0.1:8080/vote#c=1");
	}

	@Test
	void takesThePortThatTheServerListensOn() {
		this.environment.setProperty("server.port", "0");
		this.environment.setProperty("local.server.port", "4711");
		assertThat(new PublicAddress("", this.environment).of("/setup/x")).isEqualTo("http://127.0.0.1:4711/setup/x");
	}

}
