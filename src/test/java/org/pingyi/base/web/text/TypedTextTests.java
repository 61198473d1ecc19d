package org.pingyi.base.web.text;

import java.io.IOException;
import java.util.Objects;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/** What is typed into forms arrives without what nobody sees. */
class TypedTextTests {

	private static final String TURNED = "加\u202e5\u202c分\u0007";

	private final MockHttpServletRequest sent = new MockHttpServletRequest("POST", "/desk/adjustments");

	@ParameterizedTest
	@ValueSource(strings = { "\u202a", "\u202e", "\u2066", "\u2069", "\u200e", "\u200f", "\u061c", "\u0001", "\u001b",
			"\u007f", "\u0085" })
	void leavesOutWhatNobodySees(String invisible) {
		assertThat(PlainText.isName("水" + invisible + "务局")).isFalse();
		assertThat(PlainText.straightened("水" + invisible + "务局" + invisible)).isEqualTo("水务局");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "水务局\t一\r\n二\n", "\ufeff工单号", "\ud840\udc00\ud83d\ude00", "a\0b", "\ud840", "a\u200db" })
	void leavesTheRestAsItIs(String text) {
		assertThat(PlainText.straightened(text)).isEqualTo(text);
		assertThat(PlainText.straightened("\u202e" + text)).isEqualTo(text);
	}

	@Test
	void holdsHoweverAFieldIsRead() throws ServletException, IOException {
		this.sent.setParameter("reason", TURNED, TURNED);
		HttpServletRequest read = read();
		assertThat(read.getParameter("reason")).isEqualTo("加5分");
		assertThat(read.getParameterValues("reason")).containsExactly("加5分", "加5分");
		assertThat(read.getParameterMap().get("reason")).containsExactly("加5分", "加5分");
		assertThat(read.getParameter("nothing")).isNull();
		assertThat(read.getParameterValues("nothing")).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "password", "repeated", "old", "confirmation" })
	void leavesPasswordsAsTheyWereTyped(String field) throws ServletException, IOException {
		this.sent.setParameter(field, TURNED);
		HttpServletRequest read = read();
		assertThat(read.getParameter(field)).isEqualTo(TURNED);
		assertThat(read.getParameterValues(field)).containsExactly(TURNED);
		assertThat(read.getParameterMap().get(field)).containsExactly(TURNED);
	}

	private HttpServletRequest read() throws ServletException, IOException {
		MockFilterChain chain = new MockFilterChain();
		new TypedText().doFilter(this.sent, new MockHttpServletResponse(), chain);
		return (HttpServletRequest) Objects.requireNonNull(chain.getRequest());
	}

}
