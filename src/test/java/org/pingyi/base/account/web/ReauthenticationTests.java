package org.pingyi.base.account.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.pingyi.As;
import org.pingyi.MarkedRoutes;
import org.pingyi.PingyiTest;
import org.pingyi.TestClock;
import org.pingyi.base.account.AccountSamples;
import org.pingyi.base.account.Authenticator;
import org.pingyi.base.account.Reconfirmation;
import org.pingyi.base.account.SignedIn;
import org.pingyi.base.web.Reauthenticated;
import org.pingyi.base.web.Refusal;
import org.pingyi.base.web.Rendering;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.MessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.ModelAndViewDefiningException;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/** Heavy acts, for which a session alone does not do. */
@PingyiTest
class ReauthenticationTests {

	private static final Set<String> ACTS = Set.of("POST /admin/accounts", "POST /admin/accounts/{login}/link",
			"POST /admin/factors", "POST /admin/rights/{login}/confirmation", "POST /admin/rights/{login}/grants",
			"POST /admin/rights/{login}/revocations", "POST /desk/adjustments/figures/approvals",
			"POST /desk/adjustments/{id}/approval", "POST /desk/cycles/{code}/apart/{id}/approval",
			"POST /desk/cycles/{code}/closure", "POST /desk/cycles/{code}/key/approval",
			"POST /desk/results/{cycle}/notice", "POST /desk/results/{cycle}/publication",
			"POST /desk/results/{cycle}/runs", "POST /me/factor/authenticator", "POST /me/factor/passkeys",
			"POST /me/factor/passkeys/{id}/removal", "POST /me/factor/recovery", "POST /me/identity",
			"POST /me/identity/removal");

	private final RequestMappingHandlerMapping mappings;

	private final Reauthentication interceptor;

	private final AccountSamples samples;

	private final TestClock clock;

	private final MessageSource messages;

	private final Rendering rendering;

	private final MockHttpSession session = new MockHttpSession();

	ReauthenticationTests(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings,
			Reconfirmation reconfirmation, AccountSamples samples, TestClock clock, MessageSource messages,
			Rendering rendering) {
		this.messages = messages;
		this.rendering = rendering;
		this.mappings = mappings;
		this.interceptor = new Reauthentication(reconfirmation, Duration.ofMinutes(5), clock);
		this.samples = samples;
		this.clock = clock;
	}

	@Test
	void isAskedForTheseActs() {
		assertThat(MarkedRoutes.with(Reauthenticated.class, this.mappings)).containsExactlyInAnyOrderElementsOf(ACTS);
	}

	@Test
	void namesEachAct() {
		List<String> acts = this.mappings.getHandlerMethods()
			.values()
			.stream()
			.map((handler) -> handler.getMethodAnnotation(Reauthenticated.class))
			.filter(Objects::nonNull)
			.map(Reauthenticated::value)
			.toList();
		assertThat(acts).hasSize(ACTS.size()).doesNotHaveDuplicates().allSatisfy((act) -> {
			for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
				assertThat(this.messages.getMessage(act, null, locale)).isNotBlank();
			}
		});
	}

	/**
	 * On the page itself, with a way back though the browser does not say where it was.
	 */
	@Test
	void showsTheActAndAWayBack() {
		this.samples.office();
		ModelAndView asked = asked(act());
		String page = this.rendering.render(String.valueOf(asked.getViewName()), "/desk/cycles/2026/closure",
				Locale.CHINESE, asked.getModel());
		assertThat(page)
			.contains(this.messages.getMessage("audit.act.cycle.closed", null, Locale.CHINESE),
					this.messages.getMessage("account.confirmation.back", null, Locale.CHINESE))
			.containsPattern(
					"href=\"/\"[^>]*>" + this.messages.getMessage("account.confirmation.back", null, Locale.CHINESE));
	}

	@Test
	void asksAndKeepsWhatWasSent() {
		this.samples.office();
		MockHttpServletRequest request = act();
		request.addParameter("remark", "依据文件");
		request.addParameter("_csrf", "token");
		ModelAndView page = asked(request);
		assertThat(page.getViewName()).isEqualTo("base/account/confirmation");
		assertThat(page.getModel()).containsEntry("onward", "/desk/cycles/2026/closure")
			.containsEntry("act", "audit.act.cycle.closed");
		assertThat(page.getModel().get("sent")).asString().contains("remark").doesNotContain("_csrf");
	}

	@Test
	void goesOnWithTheRightPasswordForFiveMinutes() throws Exception {
		this.samples.office();
		assertThat(passes(typed(AccountSamples.PASSWORD))).isTrue();
		this.clock.advance(Duration.ofSeconds(299));
		assertThat(passes(act())).isTrue();
		this.clock.advance(Duration.ofSeconds(1));
		asked(act());
	}

	@Test
	void takesACodeOfTheSecondFactor() throws Exception {
		this.samples.office();
		Authenticator phone = this.samples.authenticator("office1");
		assertThat(passes(typed(phone.code()))).isTrue();
	}

	/** Whoever sits at a session that the identity service began has shown nothing. */
	@Test
	void asksWhomTheIdentityServiceAloneRecognised() {
		this.samples.office();
		assertThat(asked(recognised(FactorGrantedAuthority.AUTHORIZATION_CODE_AUTHORITY)).getViewName())
			.isEqualTo("base/account/confirmation");
	}

	@Test
	void asksNobodyWhoHasJustShownAFactor() throws Exception {
		this.samples.office();
		assertThat(passes(recognised(FactorGrantedAuthority.AUTHORIZATION_CODE_AUTHORITY, SignedIn.BY_CODE))).isTrue();
		assertThat(passes(recognised(FactorGrantedAuthority.PASSWORD_AUTHORITY))).isTrue();
	}

	private MockHttpServletRequest recognised(String... factors) {
		List<FactorGrantedAuthority> shown = Stream.of(factors)
			.map((factor) -> FactorGrantedAuthority.withAuthority(factor).issuedAt(this.clock.instant()).build())
			.toList();
		MockHttpServletRequest request = act();
		request.setUserPrincipal(UsernamePasswordAuthenticationToken.authenticated("office1", null, shown));
		return request;
	}

	@Test
	void leadsBackToThePageWhoseButtonWasPressed() {
		this.samples.office();
		MockHttpServletRequest own = act();
		own.addHeader("Referer", "http://localhost/desk/cycles/2026");
		assertThat(asked(own).getModel()).containsEntry("back", "/desk/cycles/2026");
		MockHttpServletRequest strange = act();
		strange.addHeader("Referer", "http://localhost.evil.example/desk");
		assertThat(asked(strange).getModel()).containsEntry("back", "");
	}

	@Test
	void saysWhatIsWrongAndBoundsTheAttempts() {
		this.samples.office();
		for (int guess = 0; guess < 10; guess++) {
			assertThat(refusal(typed("not the password"))).isEqualTo("account.confirmationWrong");
		}
		assertThat(refusal(typed(AccountSamples.PASSWORD))).isEqualTo("account.confirmationWait");
	}

	@Test
	void countsNoAttemptWhereNothingWasTyped() throws Exception {
		this.samples.office();
		for (int attempt = 0; attempt < 11; attempt++) {
			assertThat(refusal(typed(" "))).isEqualTo("account.needed.confirmation");
		}
		assertThat(passes(typed(AccountSamples.PASSWORD))).isTrue();
	}

	@Test
	void leavesOtherActsAlone() throws Exception {
		HandlerMethod light = new HandlerMethod(this, ReauthenticationTests.class.getDeclaredMethod("light"));
		assertThat(this.interceptor.preHandle(act(), new MockHttpServletResponse(), light)).isTrue();
	}

	private String refusal(MockHttpServletRequest request) {
		return ((Refusal) asked(request).getModel().get("refusal")).key();
	}

	private ModelAndView asked(MockHttpServletRequest request) {
		try {
			passes(request);
			throw new AssertionError("nothing was asked");
		}
		catch (ModelAndViewDefiningException asked) {
			return asked.getModelAndView();
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private boolean passes(MockHttpServletRequest request)
			throws ModelAndViewDefiningException, ReflectiveOperationException {
		HandlerMethod heavy = new HandlerMethod(this, ReauthenticationTests.class.getDeclaredMethod("heavy"));
		ModelAndViewDefiningException[] asked = new ModelAndViewDefiningException[1];
		boolean passes = As.office(() -> {
			try {
				return this.interceptor.preHandle(request, new MockHttpServletResponse(), heavy);
			}
			catch (ModelAndViewDefiningException ex) {
				asked[0] = ex;
				return false;
			}
		});
		if (asked[0] != null) {
			throw asked[0];
		}
		return passes;
	}

	private MockHttpServletRequest typed(String confirmation) {
		MockHttpServletRequest request = act();
		request.addParameter("confirmation", confirmation);
		return request;
	}

	private MockHttpServletRequest act() {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/desk/cycles/2026/closure");
		request.setUserPrincipal(new TestingAuthenticationToken("office1", null, "ROLE_OFFICE"));
		request.setSession(this.session);
		return request;
	}

	@Reauthenticated("audit.act.cycle.closed")
	void heavy() {
	}

	void light() {
	}

}
