package org.pingyi.base.web.once;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.pingyi.MarkedRoutes;
import org.pingyi.PingyiTest;
import org.pingyi.base.web.Refusal;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Forms that show a secret once, or add what nothing tells from a second, are taken once.
 */
@PingyiTest
class SentOnceTests {

	private static final Set<String> FORMS = Set.of("POST /admin/accounts", "POST /admin/accounts/{login}/link",
			"POST /desk/adjustments", "POST /desk/adjustments/figures", "POST /desk/adjustments/figures/imports",
			"POST /desk/codes", "POST /desk/invitations", "POST /desk/invitations/imports/confirmation",
			"POST /desk/invitations/{id}/link", "POST /desk/kiosks", "POST /desk/kiosks/{tablet}/pairing",
			"POST /desk/schemes", "POST /desk/schemes/copies", "POST /desk/schemes/methods/{method}/drafts",
			"POST /me/factor/passkeys", "POST /me/factor/recovery", "POST /unit/claims",
			"POST /unit/findings/{finding}/answers");

	private final RequestMappingHandlerMapping mappings;

	private final SentOnceInterceptor interceptor;

	private final FormKeys keys;

	SentOnceTests(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings, FormKeys keys) {
		this.mappings = mappings;
		this.interceptor = new SentOnceInterceptor(keys);
		this.keys = keys;
	}

	@Test
	void holdsForTheseForms() {
		assertThat(MarkedRoutes.with(SentOnce.class, this.mappings)).containsExactlyInAnyOrderElementsOf(FORMS);
	}

	@Test
	void refusesTheSameFormAgain() throws Exception {
		String key = UUID.randomUUID().toString();
		assertThat(sent(key, "shown")).isNull();
		assertThat(sent(key, "shown")).isInstanceOfSatisfying(Refusal.class,
				(refusal) -> assertThat(refusal.key()).isEqualTo("web.refused"));
		assertThat(sent(UUID.randomUUID().toString(), "shown")).isNull();
	}

	@Test
	void takesAnUnmarkedFormAgainAndAgain() throws Exception {
		String key = UUID.randomUUID().toString();
		assertThat(Stream.of(key, key).map((same) -> sent(same, "unmarked"))).containsOnlyNulls();
	}

	@Test
	void refusesAFormWithoutItsKey() {
		assertThat(sent(null, "shown")).isInstanceOf(Refusal.class);
		assertThat(sent("made-up", "shown")).isInstanceOf(Refusal.class);
	}

	@Test
	void takesAFormThatFailedOnceMore() throws Exception {
		String key = UUID.randomUUID().toString();
		assertThat(sent(key, "shown")).isNull();
		MockHttpServletResponse failed = new MockHttpServletResponse();
		failed.setStatus(422);
		this.interceptor.afterCompletion(request(key), failed, handler("shown"), null);
		assertThat(sent(key, "shown")).isNull();
		this.interceptor.afterCompletion(request(key), new MockHttpServletResponse(), handler("shown"), null);
		assertThat(sent(key, "shown")).isInstanceOf(Refusal.class);
	}

	@Test
	void takesOneOfManyThatAreSentAtOnce() {
		UUID key = this.keys.fresh();
		List<CompletableFuture<Boolean>> all = IntStream.range(0, 8)
			.mapToObj((number) -> CompletableFuture.supplyAsync(() -> this.keys.use(key)))
			.toList();
		assertThat(all.stream().filter(CompletableFuture::join)).hasSize(1);
	}

	/** What it is refused by, or null. */
	private Throwable sent(String key, String handler) {
		return catchThrowable(
				() -> this.interceptor.preHandle(request(key), new MockHttpServletResponse(), handler(handler)));
	}

	private static MockHttpServletRequest request(String key) {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/desk/invitations/1/link");
		if (key != null) {
			request.setParameter("once", key);
		}
		return request;
	}

	private HandlerMethod handler(String name) throws NoSuchMethodException {
		return new HandlerMethod(this, SentOnceTests.class.getDeclaredMethod(name));
	}

	@SentOnce("web.refused")
	void shown() {
	}

	void unmarked() {
	}

}
