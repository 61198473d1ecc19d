package org.pingyi.base.web;

import java.io.IOException;
import java.util.List;
import java.util.Objects;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/** What is said about a visitor's protocol and host counts from our proxies only. */
class ForwardedHeadersTests {

	private final ClientAddress addresses = new ClientAddress(List.of("10.0.0.0/8"));

	@Test
	void believesOurProxy() throws Exception {
		ServletRequest seen = seen("10.0.0.7");
		assertThat(seen.isSecure()).isTrue();
		assertThat(seen.getServerName()).isEqualTo("vote.example");
	}

	@Test
	void believesNobodyElse() throws Exception {
		ServletRequest seen = seen("203.0.113.9");
		assertThat(seen.isSecure()).isFalse();
		assertThat(seen.getServerName()).isEqualTo("localhost");
	}

	@Test
	void keepsTheAddressThatLimitsCount() throws Exception {
		MockHttpServletRequest request = request("10.0.0.7");
		request.addHeader("X-Forwarded-For", "203.0.113.9");
		assertThat(this.addresses.of(request)).isEqualTo("203.0.113.9");
		assertThat(this.addresses.of((HttpServletRequest) filtered(request))).isEqualTo("203.0.113.9");
	}

	private ServletRequest seen(String from) throws IOException, ServletException {
		return filtered(request(from));
	}

	private static MockHttpServletRequest request(String from) {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/vote");
		request.setRemoteAddr(from);
		request.addHeader("X-Forwarded-Proto", "https");
		request.addHeader("X-Forwarded-Host", "vote.example");
		return request;
	}

	/** The request as whatever stands behind the filter sees it. */
	private ServletRequest filtered(MockHttpServletRequest request) throws IOException, ServletException {
		MockFilterChain chain = new MockFilterChain();
		Objects.requireNonNull(new ForwardedHeaders().forwardedHeaderFilter(this.addresses).getFilter())
			.doFilter(request, new MockHttpServletResponse(), chain);
		return Objects.requireNonNull(chain.getRequest());
	}

}
