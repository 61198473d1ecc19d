package org.pingyi.base.web.once;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.pingyi.MarkedRoutes;
import org.pingyi.PingyiTest;
import org.pingyi.TestClock;
import org.pingyi.base.web.Refusal;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Forms that show a secret once, or add what nothing tells from a second, are taken once.
 */
@PingyiTest
class SentOnceTests {

	private static final Set<String> FORMS = Set.of("POST /admin/accounts", "POST /admin/accounts/{login}/link",
			"POST /desk/adjustments", "POST /desk/adjustments/figures", "POST /desk/adjustments/figures/imports",
			"POST /desk/codes", "POST /desk/invitations", "POST /desk/invitations/{id}/link", "POST /desk/kiosks",
			"POST /desk/kiosks/{tablet}/pairing", "POST /desk/schemes", "POST /desk/schemes/copies",
			"POST /desk/schemes/methods/{method}/drafts", "POST /me/factor/passkeys", "POST /me/factor/recovery",
			"POST /unit/claims", "POST /unit/findings/{finding}/answers");

	private final RequestMappingHandlerMapping mappings;

	private final SentOnceInterceptor interceptor;

	private final FormKeys keys;

	private final TestClock clock;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transactions;

	private final TransactionTemplate beside;

	private final TransactionTemplate looking;

	SentOnceTests(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings, FormKeys keys,
			TestClock clock, JdbcTemplate jdbc, PlatformTransactionManager transactions) {
		this.mappings = mappings;
		this.interceptor = new SentOnceInterceptor(keys);
		this.keys = keys;
		this.clock = clock;
		this.jdbc = jdbc;
		this.transactions = new TransactionTemplate(transactions);
		this.beside = new TransactionTemplate(transactions);
		this.beside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		this.looking = new TransactionTemplate(transactions);
		this.looking.setReadOnly(true);
	}

	@AfterEach
	void forgetTheRequest() {
		RequestContextHolder.resetRequestAttributes();
	}

	@Test
	void holdsForTheseForms() {
		assertThat(MarkedRoutes.with(SentOnce.class, this.mappings)).containsExactlyInAnyOrderElementsOf(FORMS);
	}

	@Test
	void refusesTheSameFormAgain() throws Exception {
		String key = UUID.randomUUID().toString();
		assertThat(sent(key, "shown")).isNull();
		answered(200);
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
		answered(422);
		assertThat(sent(key, "shown")).isNull();
		answered(200);
		assertThat(sent(key, "shown")).isInstanceOf(Refusal.class);
	}

	/**
	 * As when the connection dies with the act, or the node: nobody gives the key back.
	 */
	@Test
	void losesNoFormWhoseFailureNobodyNoted() {
		String key = UUID.randomUUID().toString();
		assertThat(sent(key, "shown")).isNull();
		assertThatIllegalStateException().isThrownBy(() -> act(() -> {
			throw new IllegalStateException("gone");
		}));
		assertThat(sent(key, "shown")).isInstanceOfSatisfying(Refusal.class,
				(refusal) -> assertThat(refusal.key()).isEqualTo("web.pending"));
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(sent(key, "shown")).isNull();
		act(() -> {
		});
		answered(200);
		assertThat(sent(key, "shown")).isInstanceOf(Refusal.class);
	}

	@Test
	void takesNoFormAgainWhoseActWasStored() {
		String key = UUID.randomUUID().toString();
		assertThat(sent(key, "shown")).isNull();
		act(() -> {
		});
		answered(503);
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(sent(key, "shown")).isInstanceOfSatisfying(Refusal.class,
				(refusal) -> assertThat(refusal.key()).isEqualTo("web.refused"));
	}

	@Test
	void storesNothingOnceAnotherTookTheForm() {
		String key = UUID.randomUUID().toString();
		assertThat(sent(key, "shown")).isNull();
		UUID second = UUID.randomUUID();
		RequestAttributes slow = RequestContextHolder.currentRequestAttributes();
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(sent(key, "shown")).isNull();
		act(() -> store(second));
		RequestContextHolder.setRequestAttributes(slow);
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> act(() -> store(UUID.randomUUID())));
		answered(409);
		assertThat(this.jdbc.queryForList("select key from web_form_key where claim is null", UUID.class))
			.containsExactly(second);
		assertThat(sent(key, "shown")).isInstanceOf(Refusal.class);
	}

	/** What looks, or notes something beside the act, uses no key up. */
	@Test
	void isUsedUpByTheActAlone() {
		String key = UUID.randomUUID().toString();
		assertThat(sent(key, "shown")).isNull();
		this.looking.executeWithoutResult((status) -> assertThat(status.isReadOnly()).isTrue());
		assertThatIllegalStateException().isThrownBy(() -> act(() -> {
			this.beside.executeWithoutResult((status) -> assertThat(status.isNewTransaction()).isTrue());
			throw new IllegalStateException("gone");
		}));
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(sent(key, "shown")).isNull();
	}

	@Test
	void takesOneOfManyThatAreSentAtOnce() {
		UUID key = this.keys.fresh();
		List<CompletableFuture<Boolean>> all = IntStream.range(0, 8)
			.mapToObj((number) -> CompletableFuture.supplyAsync(() -> this.keys.use(new FormClaim(key))))
			.toList();
		assertThat(all.stream().filter(CompletableFuture::join)).hasSize(1);
	}

	/** What it is refused by, or null. */
	private Throwable sent(String key, String handler) {
		RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request(key)));
		return catchThrowable(
				() -> this.interceptor.preHandle(request(key), new MockHttpServletResponse(), handler(handler)));
	}

	private void answered(int status) {
		MockHttpServletResponse response = new MockHttpServletResponse();
		response.setStatus(status);
		this.interceptor.afterCompletion(new MockHttpServletRequest(), response, this, null);
	}

	private void act(Runnable act) {
		this.transactions.executeWithoutResult((status) -> act.run());
	}

	private void store(UUID row) {
		this.jdbc.update("insert into web_form_key (key, used_at) values (?, now())", row);
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
