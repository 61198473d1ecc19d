package org.pingyi;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;

import org.pingyi.base.account.AccountSamples;
import org.pingyi.base.web.cookie.FormTokens;
import org.pingyi.intake.kiosk.KioskSamples;
import org.pingyi.intake.review.ReviewSamples;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Every cookie over https is for https alone, says so in its name, and is read by no
 * script (OWASP ASVS 5.0, 3.3.1 to 3.3.4). {@code ArchitectureTests} holds the product to
 * build them in one place; the one of the way to the identity provider is looked at in
 * {@code IdentityTests}.
 */
@PingyiTest
public class CookieTests {

	private final MockMvcTester mvc;

	private final AccountSamples accounts;

	private final KioskSamples kiosks;

	private final ReviewSamples reviews;

	private final CycleSamples cycles;

	CookieTests(MockMvcTester mvc, AccountSamples accounts, KioskSamples kiosks, ReviewSamples reviews,
			CycleSamples cycles) {
		this.mvc = mvc;
		this.accounts = accounts;
		this.kiosks = kiosks;
		this.reviews = reviews;
		this.cycles = cycles;
	}

	@Test
	void setsSafeCookiesOnly() {
		long cycle = this.cycles.opened().id();
		this.accounts.office();
		List<String> cookies = new ArrayList<>(cookies(get("/?lang=en")));
		cookies.addAll(cookies(get("/login")));
		cookies.addAll(cookies(get("/desk/units")));
		cookies.addAll(cookies(
				post("/login").with(csrf()).param("username", "office1").param("password", AccountSamples.PASSWORD)));
		cookies.addAll(cookies(post("/kiosk/pairing/" + this.kiosks.registered("SWJ").token())));
		cookies.addAll(cookies(post("/review").param("code", this.reviews.leader(cycle).token())));
		assertThat(cookies).allSatisfy(CookieTests::assertSafe);
		Stream
			.of("__Host-pingyi=", "__Host-pingyi-lang=", "__Host-pingyi-next=", "__Secure-pingyi-device-",
					"__Secure-pingyi-kiosk=", "__Host-review-")
			.forEach((start) -> assertThat(cookies).anyMatch((cookie) -> cookie.startsWith(start)));
	}

	/** Asked for by itself: {@code csrf()} has tokens in sessions ever after. */
	@Test
	void setsASafeCookieForTheFormsOfStrangers() {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/login");
		request.setSecure(true);
		MockHttpServletResponse response = new MockHttpServletResponse();
		FormTokens forms = new FormTokens();
		forms.saveToken(forms.generateToken(request), request, response);
		assertThat(response.getHeaders(HttpHeaders.SET_COOKIE)).singleElement()
			.satisfies(CookieTests::assertSafe)
			.asString()
			.startsWith("__Host-pingyi-form=");
	}

	/** Fails for a cookie that another site or a script may come by. */
	public static void assertSafe(String cookie) {
		assertThat(cookie).contains("; Secure", "; HttpOnly").containsPattern("; SameSite=(Lax|Strict)");
		assertThat(cookie).doesNotContain("; Domain=");
		assertThat(cookie).satisfiesAnyOf((text) -> assertThat(text).startsWith("__Secure-"),
				(text) -> assertThat(text).startsWith("__Host-").containsPattern("; Path=/(;|$)"));
	}

	/** The positive control. */
	@Test
	void noticesACookieThatIsNotSafe() {
		for (String cookie : List.of("a=b; Path=/; Secure; HttpOnly; SameSite=Lax",
				"__Host-a=b; Path=/kiosk; Secure; HttpOnly; SameSite=Lax", "__Host-a=b; Path=/; HttpOnly; SameSite=Lax",
				"__Host-a=b; Path=/; Secure; SameSite=Lax", "__Host-a=b; Path=/; Secure; HttpOnly")) {
			assertThat(isSafe(cookie)).as(cookie).isFalse();
		}
	}

	private static boolean isSafe(String cookie) {
		try {
			assertSafe(cookie);
			return true;
		}
		catch (AssertionError ex) {
			return false;
		}
	}

	/**
	 * A tablet that was paired before cookies had prefixes stays so, and changes over.
	 */
	@Test
	void takesAFormerNameOnce() {
		this.cycles.opened();
		Cookie former = new Cookie("pingyi-kiosk", this.kiosks.tabletOfWaterBureau());
		MvcTestResult welcome = get("/kiosk").cookie(former).exchange();
		assertThat(welcome).hasStatusOk();
		List<String> cookies = welcome.getResponse().getHeaders(HttpHeaders.SET_COOKIE);
		assertThat(cookies).singleElement().asString().startsWith("__Secure-pingyi-kiosk=" + former.getValue());
		Cookie now = new Cookie("__Secure-pingyi-kiosk", former.getValue());
		MvcTestResult planted = get("/kiosk").cookie(new Cookie("pingyi-kiosk", "planted"), now).exchange();
		assertThat(planted).hasStatusOk();
		assertThat(planted.getResponse().getHeaders(HttpHeaders.SET_COOKIE)).isEmpty();
	}

	private MockMvcRequestBuilder get(String path) {
		return this.mvc.get().uri("https://localhost" + path);
	}

	private MockMvcRequestBuilder post(String path) {
		return this.mvc.post().uri("https://localhost" + path);
	}

	private static List<String> cookies(MockMvcRequestBuilder request) {
		return request.exchange().getResponse().getHeaders(HttpHeaders.SET_COOKIE);
	}

}
