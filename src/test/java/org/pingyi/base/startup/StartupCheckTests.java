package org.pingyi.base.startup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * With weak or missing settings nothing starts, and each is named in a plain sentence.
 */
class StartupCheckTests {

	private static final Map<String, String> GOOD = Map.ofEntries(
			Map.entry("spring.datasource.url", "jdbc:postgresql://db/pingyi"),
			Map.entry("spring.datasource.username", "pingyi_app"),
			Map.entry("spring.datasource.password", "x7Q0vB2m9Lr4"), Map.entry("spring.flyway.user", "pingyi_owner"),
			Map.entry("spring.flyway.password", "t5Wk8Zc1Np3d"),
			Map.entry("pingyi.secret", "h0Zr7YwQ2mC9vX4bN8kT1sL6pD3fG5jA"),
			Map.entry("pingyi.keys.directories", "/var/lib/pingyi/keys"),
			Map.entry("pingyi.address", "https://pingyi.example.cn"), Map.entry("pingyi.sms", "http"),
			Map.entry("pingyi.sms-http.url", "https://sms.example.cn/send"),
			Map.entry("pingyi.oidc.issuer", "https://id.example.cn/realms/staff"),
			Map.entry("pingyi.oidc.client.id", "pingyi"), Map.entry("pingyi.oidc.client.secret", "u3Hs7Kd0Ry5w"));

	@Test
	void takesGoodSettings() {
		assertThat(faults(Map.of())).isEmpty();
	}

	@Test
	void takesAYearWithoutAGateway() {
		assertThat(faults(Map.of("pingyi.sms", "", "pingyi.sms-http.url", ""))).isEmpty();
	}

	/** The control: with each of these settings exactly this one sentence is said. */
	@ParameterizedTest
	@CsvSource(
			textBlock = """
					spring.datasource.url, '', SPRING_DATASOURCE_URL is missing.
					spring.datasource.username, '', SPRING_DATASOURCE_USERNAME is missing.
					spring.datasource.password, '', SPRING_DATASOURCE_PASSWORD is missing or easy to guess.
					spring.datasource.password, pingyi_app, SPRING_DATASOURCE_PASSWORD is missing or easy to guess.
					spring.datasource.password, tooShort1, SPRING_DATASOURCE_PASSWORD is missing or easy to guess.
					spring.datasource.password, changeme-123, SPRING_DATASOURCE_PASSWORD is missing or easy to guess.
					spring.flyway.user, '', SPRING_FLYWAY_USER is missing.
					spring.flyway.user, pingyi_app, 'SPRING_FLYWAY_USER and SPRING_DATASOURCE_USERNAME name the same role, so that the application could rewrite the trail.'
					spring.flyway.password, pingyi_owner, SPRING_FLYWAY_PASSWORD is missing or easy to guess.
					pingyi.secret, '', 'PINGYI_SECRET is missing, short or easy to guess.'
					pingyi.secret, h0Zr7YwQ2mC9vX4bN8kT1sL6pD3fG5j, 'PINGYI_SECRET is missing, short or easy to guess.'
					pingyi.secret, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1, 'PINGYI_SECRET is missing, short or easy to guess.'
					pingyi.secret, abc123XYZ9kabc123XYZ9kabc123XYZ9k, 'PINGYI_SECRET is missing, short or easy to guess.'
					pingyi.secret, a-secret-of-the-tests-that-is-long-enough, 'PINGYI_SECRET is missing, short or easy to guess.'
					pingyi.secret, somebody typed these words on a keyboard, 'PINGYI_SECRET is missing, short or easy to guess.'
					pingyi.secret, 31415926535897932384626433832795, 'PINGYI_SECRET is missing, short or easy to guess.'
					pingyi.keys.directories, '', PINGYI_KEYS is missing.
					pingyi.cryptography, rot13, PINGYI_CRYPTOGRAPHY names no cryptography that there is.
					pingyi.address, '', PINGYI_ADDRESS is missing.
					pingyi.address, http://pingyi.example.cn, 'PINGYI_ADDRESS must begin with https:// and name a host, and nothing else.'
					pingyi.address, https://pingyi.example.cn/votes?a=b, 'PINGYI_ADDRESS must begin with https:// and name a host, and nothing else.'
					pingyi.address, pingyi.example.cn, 'PINGYI_ADDRESS must begin with https:// and name a host, and nothing else.'
					pingyi.sms, development, 'PINGYI_SMS is development: codes would be shown to the office instead of being sent.'
					pingyi.sms, smpp, PINGYI_SMS names no gateway that there is.
					pingyi.sms-http.url, '', PINGYI_SMSHTTP_URL is missing.
					pingyi.oidc.issuer, '', PINGYI_OIDC_ISSUER is missing.
					pingyi.oidc.issuer, http://id.example.cn, 'PINGYI_OIDC_ISSUER must begin with https:// and name a host; only a service on this machine may do with http://.'
					pingyi.oidc.issuer, id.example.cn, 'PINGYI_OIDC_ISSUER must begin with https:// and name a host; only a service on this machine may do with http://.'
					pingyi.oidc.issuer, https://id.example.cn/?a=b, 'PINGYI_OIDC_ISSUER must begin with https:// and name a host; only a service on this machine may do with http://.'
					pingyi.oidc.client.id, '', PINGYI_OIDC_CLIENT_ID is missing.
					pingyi.oidc.client.secret, '', PINGYI_OIDC_CLIENT_SECRET is missing or easy to guess.
					pingyi.oidc.client.secret, changeme-123, PINGYI_OIDC_CLIENT_SECRET is missing or easy to guess.
					""")
	void namesTheSettingThatIsWeakOrMissing(String name, String value, String said) {
		assertThat(faults(Map.of(name, value))).containsExactly(said);
	}

	@Test
	void neverSaysTheValue() {
		for (String name : GOOD.keySet()) {
			assertThat(String.join("", faults(Map.of(name, "planted-value")))).doesNotContain("planted-value");
		}
	}

	@Test
	void takesACityWithoutAnIdentityService() {
		assertThat(
				faults(Map.of("pingyi.oidc.issuer", "", "pingyi.oidc.client.id", "", "pingyi.oidc.client.secret", "")))
			.isEmpty();
	}

	@Test
	void takesAnIdentityServiceOnThisMachine() {
		assertThat(faults(Map.of("pingyi.oidc.issuer", "http://127.0.0.1:9000/staff"))).isEmpty();
	}

	/** Either name of the setting serves. */
	@Test
	void takesTheKeysUnderTheirVariable() {
		assertThat(faults(Map.of("pingyi.keys.directories", "", "PINGYI_KEYS", "/var/lib/pingyi/keys"))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "::1", "localhost" })
	void needsNoAddressWhereNobodyElseIsLetIn(String listens) {
		assertThat(faults(Map.of("pingyi.address", "", "server.address", listens))).isEmpty();
		assertThat(faults(Map.of("pingyi.address", "http://127.0.0.1:8080", "server.address", listens))).isEmpty();
	}

	@Test
	void needsNoOwnerWhereAnotherMigrates() {
		assertThat(faults(
				Map.of("spring.flyway.enabled", "false", "spring.flyway.user", "", "spring.flyway.password", "")))
			.isEmpty();
	}

	@Test
	void needsNothingInALocalRun() {
		assertThat(StartupCheck.shortcomings(new MockEnvironment().withProperty("pingyi.local", "true"))).isEmpty();
		assertThat(StartupCheck.shortcomings(new MockEnvironment())).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "9f86d081884c7d659a2feaa0c55ad015", "q83vEjRWeJq83vASNFZ4kBI0VniQEjRWeJASNFZ4kBI=" })
	void takesWhatARandomGeneratorGives(String secret) {
		assertThat(faults(Map.of("pingyi.secret", secret))).isEmpty();
	}

	private static List<String> faults(Map<String, String> changed) {
		MockEnvironment environment = new MockEnvironment();
		settings(changed).forEach(environment::setProperty);
		return StartupCheck.shortcomings(environment).stream().map(Shortcoming::fault).toList();
	}

	private static Map<String, String> settings(Map<String, String> changed) {
		Map<String, String> settings = new HashMap<>(GOOD);
		settings.putAll(changed);
		return settings;
	}

}
