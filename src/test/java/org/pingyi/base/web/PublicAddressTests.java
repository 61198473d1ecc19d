package org.pingyi.base.web;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import static org.assertj.core.api.Assertions.assertThat;

/** Printed links begin with the address of the setting, else with that of the request. */
class PublicAddressTests {

	private static final String LOCAL = "http://127.0.0.1:8080";

	@AfterEach
	void answered() {
		RequestContextHolder.resetRequestAttributes();
	}

	@Test
	void obeysTheSettingWhateverThePageWasAskedForBy() {
		ask("10.0.0.5");
		assertThat(new PublicAddress("https://pingyi.example/", LOCAL).of("/review/x"))
			.isEqualTo("https://pingyi.example/review/x");
	}

	@Test
	void takesTheAddressOfTheRequestWithoutASetting() {
		ask("pingyi.city");
		assertThat(new PublicAddress("", LOCAL).of("/vote#c=1")).isEqualTo("http://pingyi.city/vote#c=1");
	}

	@Test
	void takesThisMachineOutsideOfRequests() {
		assertThat(new PublicAddress("", LOCAL).of("/setup/x")).isEqualTo("http://127.0.0.1:8080/setup/x");
	}

	private static void ask(String host) {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/desk/kiosks");
		request.setServerName(host);
		RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
	}

}
