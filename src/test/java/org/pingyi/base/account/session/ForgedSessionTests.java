package org.pingyi.base.account.session;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.pingyi.PingyiTest;
import org.pingyi.base.account.AccountSamples;
import org.pingyi.base.account.Role;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.core.userdetails.User;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Sessions forged by whoever may write anything into the database, and knows all of the
 * product but the key that lies outside of it.
 */
@PingyiTest
class ForgedSessionTests {

	private static final String CONTEXT = "SPRING_SECURITY_CONTEXT";

	private final MockMvcTester mvc;

	private final SessionSeal seal;

	private final SessionJson json;

	private final AccountSamples samples;

	private final JdbcTemplate jdbc;

	ForgedSessionTests(MockMvcTester mvc, SessionSeal seal, SessionJson json, AccountSamples samples,
			JdbcTemplate jdbc) {
		this.mvc = mvc;
		this.seal = seal;
		this.json = json;
		this.samples = samples;
		this.jdbc = jdbc;
	}

	@Test
	void refusesAnInsertedAdministrator() {
		Cookie own = stranger();
		insert(concatenated(new byte[32], administrator()));
		assertSignedOut(own);
		assertThat(this.jdbc.queryForObject("select count(*) from spring_session", Long.class)).isLessThanOrEqualTo(1);
	}

	/** The same row, with the key: nothing but the signature refuses the others. */
	@Test
	void opensToWhatIsSigned() {
		Cookie own = stranger();
		insert(this.seal.seal(id(), CONTEXT, administrator()));
		assertThat(ask(own)).hasStatusOk();
	}

	@Test
	void refusesTheSignatureOfAnotherName() {
		Cookie own = stranger();
		insert(this.seal.seal(id(), "another", administrator()));
		assertSignedOut(own);
	}

	@Test
	void refusesWhatWasCopiedFromAnotherSession() {
		signIn();
		Cookie own = stranger();
		this.jdbc.update("""
				insert into spring_session_attributes
				select mine.primary_id, a.attribute_name, a.attribute_bytes
				from spring_session mine, spring_session_attributes a
				where mine.principal_name is null and a.attribute_name = ?
				""", CONTEXT);
		assertThat(this.mvc.get().uri("/desk/units").cookie(own)).hasRedirectedUrl("/login?ended");
	}

	@Test
	void refusesTheIdOfAnotherSession() {
		signIn();
		Cookie own = stranger();
		String mine = Objects.requireNonNull(this.jdbc.queryForObject(
				"delete from spring_session where principal_name is null returning session_id", String.class));
		this.jdbc.update("update spring_session set session_id = ?", mine);
		assertThat(this.mvc.get().uri("/desk/units").cookie(own)).hasRedirectedUrl("/login?ended");
	}

	@Test
	void makesNoCookieOfAnIdInTheDatabase() {
		Cookie cookie = signIn();
		assertThat(this.mvc.get().uri("/desk/units").cookie(cookie)).hasStatusOk();
		String number = Base64.getEncoder().encodeToString(id().getBytes(StandardCharsets.UTF_8));
		assertThat(this.mvc.get().uri("/desk/units").cookie(new Cookie(cookie.getName(), number)))
			.hasRedirectedUrl("/login");
	}

	@Test
	void keepsJsonWithoutAnyPassword() {
		signIn();
		stranger();
		List<byte[]> values = this.jdbc.queryForList("select attribute_bytes from spring_session_attributes",
				byte[].class);
		assertThat(values).isNotEmpty()
			.allSatisfy((value) -> assertThat(new String(SessionSeal.content(value), StandardCharsets.UTF_8))
				.startsWith("{\"value\"")
				.doesNotContain(AccountSamples.PASSWORD));
	}

	private byte[] administrator() {
		var authorities = AuthorityUtils.createAuthorityList("ROLE_SYSTEM_ADMIN");
		return this.json.write(new SecurityContextImpl(UsernamePasswordAuthenticationToken
			.authenticated(new User("sysadmin", "", authorities), null, authorities)));
	}

	/** Somebody who still owes the code, and so has a session without being signed in. */
	private Cookie stranger() {
		this.samples.person("li.na", "", Role.HOTLINE);
		this.samples.authenticator("li.na");
		return session(password("li.na"));
	}

	private Cookie signIn() {
		this.samples.office();
		return session(password("office1"));
	}

	private MvcTestResult password(String login) {
		return this.mvc.post()
			.uri("/login")
			.param("username", login)
			.param("password", AccountSamples.PASSWORD)
			.with(csrf())
			.exchange();
	}

	private static Cookie session(MvcTestResult result) {
		return Arrays.stream(result.getResponse().getCookies())
			.filter((cookie) -> !cookie.getName().startsWith("pingyi-device"))
			.findFirst()
			.orElseThrow();
	}

	private void assertSignedOut(Cookie cookie) {
		assertThat(ask(cookie)).hasRedirectedUrl("/login?ended");
	}

	private MvcTestResult ask(Cookie cookie) {
		return this.mvc.get().uri("/admin/accounts").cookie(cookie).exchange();
	}

	private String id() {
		return Objects.requireNonNull(this.jdbc.queryForObject("select session_id from spring_session", String.class));
	}

	private void insert(byte[] value) {
		this.jdbc.update("insert into spring_session_attributes select primary_id, ?, ? from spring_session", CONTEXT,
				value);
	}

	private static byte[] concatenated(byte[] code, byte[] content) {
		byte[] whole = Arrays.copyOf(code, code.length + content.length);
		System.arraycopy(content, 0, whole, code.length, content.length);
		return whole;
	}

}
