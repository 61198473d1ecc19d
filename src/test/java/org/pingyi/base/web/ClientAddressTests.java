package org.pingyi.base.web;

import java.util.List;

import jakarta.servlet.http.HttpServletRequestWrapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Whom a request is held to come from, and who is believed about it. */
class ClientAddressTests {

	private static final ClientAddress BEHIND_PROXIES = new ClientAddress(List.of("10.0.0.0/8", " fd00::/8 ", ""));

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			203.0.113.9          |                                  | 203.0.113.9
			203.0.113.9          | 198.51.100.1                     | 203.0.113.9
			10.0.0.2             | 198.51.100.1                     | 198.51.100.1
			10.0.0.2             | 1.1.1.1, 198.51.100.1, 10.9.9.9  | 198.51.100.1
			10.0.0.2             | 10.0.0.3, 10.0.0.4               | 10.0.0.3
			10.0.0.2             | 198.51.100.1, nonsense           | 10.0.0.2
			10.0.0.2             | 198.51.100.1:4711                | 198.51.100.1
			10.0.0.2             | [2001:db8::1]:4711               | 2001:db8::1
			10.0.0.2             | ::ffff:198.51.100.1              | 198.51.100.1
			::ffff:10.0.0.2      | 198.51.100.1                     | 198.51.100.1
			fd00::2              | 2001:DB8:0:0:0:0:0:1             | 2001:db8::1
			fe80::1%eth0         |                                  | fe80::1
			10.0.0.2             | 10.0.0.0/8                       | 10.0.0.2
			10.0.0.2             | *                                | 10.0.0.2
			10.0.0.2             | 1.2                              | 10.0.0.2
			""")
	void believesOnlyTheProxiesOfTheCity(String remote, String forwarded, String address) {
		assertThat(BEHIND_PROXIES.of(request(remote, forwarded))).isEqualTo(address);
	}

	@Test
	void believesNobodyWhenNoProxyIsNamed() {
		ClientAddress open = new ClientAddress(List.of());
		assertThat(open.of(request("127.0.0.1", "198.51.100.1"))).isEqualTo("127.0.0.1");
	}

	@Test
	void looksBelowFiltersThatBelieveEveryHeader() {
		MockHttpServletRequest received = request("203.0.113.9", "198.51.100.1");
		HttpServletRequestWrapper credulous = new HttpServletRequestWrapper(received) {

			@Override
			public String getRemoteAddr() {
				return "198.51.100.1";
			}

		};
		assertThat(BEHIND_PROXIES.of(credulous)).isEqualTo("203.0.113.9");
	}

	@Test
	void readsSeveralLinesOfTheHeaderAsOne() {
		MockHttpServletRequest request = request("10.0.0.2", "198.51.100.1");
		request.addHeader("X-Forwarded-For", "10.0.0.7");
		assertThat(BEHIND_PROXIES.of(request)).isEqualTo("198.51.100.1");
	}

	@Test
	void takesTheAddressesOfOnePhoneTogether() {
		assertThat(BEHIND_PROXIES.household(request("2001:db8:1:2:3:4:5:6", null)))
			.isEqualTo(BEHIND_PROXIES.household(request("2001:db8:1:2:ffff::1", null)))
			.isNotEqualTo(BEHIND_PROXIES.household(request("2001:db8:1:3::1", null)));
		assertThat(BEHIND_PROXIES.household(request("203.0.113.9", null))).isEqualTo("203.0.113.9");
	}

	@Test
	void refusesANetworkThatIsNone() {
		assertThatIllegalArgumentException().isThrownBy(() -> new ClientAddress(List.of("10.0.0.0/99")))
			.withMessageContaining("pingyi.web.proxies");
	}

	private static MockHttpServletRequest request(String remote, String forwarded) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setRemoteAddr(remote);
		if (forwarded != null) {
			request.addHeader("X-Forwarded-For", forwarded);
		}
		return request;
	}

}
