package org.pingyi.base.oidc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.pingyi.TestClock;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;

/** What a provider answers is taken, refused or logged as it must be, for every door. */
@ExtendWith(OutputCaptureExtension.class)
class ProviderClientTests {

	private static final WireMockServer SERVER = new WireMockServer(WireMockConfiguration.options().dynamicPort());

	private static final String RETURN = "https://pingyi.test/return";

	private static RSAKey rsa;

	private static ECKey ec;

	@BeforeAll
	static void start() throws Exception {
		SERVER.start();
		rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
		ec = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
	}

	@AfterAll
	static void stop() {
		SERVER.stop();
	}

	@ParameterizedTest
	@ValueSource(strings = { "RS256", "PS256", "ES256" })
	void acceptsAnAlgorithmThatTheProviderLists(String algorithm) throws Exception {
		publishes(List.of("RS256", "PS256", "ES256", "HS256"));
		answers(algorithm);
		assertThat(client().token(begun(), "c-1").getSubject()).isEqualTo("li");
	}

	@ParameterizedTest
	@ValueSource(strings = { "PS256", "ES256", "HS256", "RS512" })
	void refusesAnAlgorithmThatItDoesNotList(String algorithm) throws Exception {
		publishes(List.of("RS256"));
		answers(algorithm);
		assertThat(tokenFailure()).isEqualTo(ProviderFailure.Reason.BROKEN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "HS256", "RS512" })
	void refusesAWeakOrUnknownAlgorithmEvenIfListed(String algorithm) throws Exception {
		publishes(List.of("HS256", "RS512", "none"));
		answers(algorithm);
		assertThat(tokenFailure()).isEqualTo(ProviderFailure.Reason.BROKEN);
	}

	@Test
	void logsNoTextOfTheProviderAsItIs(CapturedOutput log) {
		publishes(List.of("RS256"));
		SERVER.stubFor(post("/token").willReturn(aResponse().withStatus(400)
			.withHeader("Content-Type", "application/json")
			.withBody("{\"error\":\"invalid_grant\",\"error_description\":\"first\\nFORGED LINE " + "x".repeat(5000)
					+ "\"}")));
		assertThat(tokenFailure()).isEqualTo(ProviderFailure.Reason.BROKEN);
		assertThat(log).contains("first FORGED LINE").doesNotContain("\nFORGED LINE", "x".repeat(400));
	}

	@Test
	void saysThatAProviderIsNotThere(CapturedOutput log) {
		ProviderClient nobody = client("http://127.0.0.1:1");
		assertThat(reason(() -> nobody.registration(RETURN))).isEqualTo(ProviderFailure.Reason.DOWN);
		assertThat(log).doesNotContain("\tat ");
	}

	private static ProviderFailure.Reason tokenFailure() {
		ProviderClient client = client();
		OAuth2AuthorizationRequest begun = begun();
		return reason(() -> client.token(begun, "c-1"));
	}

	private static ProviderFailure.Reason reason(ThrowingCallable call) {
		return Assertions.catchThrowableOfType(ProviderFailure.class, call).reason();
	}

	private static ProviderClient client() {
		return client(SERVER.baseUrl());
	}

	private static ProviderClient client(String issuer) {
		return new ProviderClient(new ProviderSettings("test", issuer, ProviderSettings.Endpoints.PUBLISHED, "pingyi",
				"a-secret-of-the-provider-of-32-bytes", Set.of(), Duration.ofSeconds(20)), new TestClock());
	}

	private static OAuth2AuthorizationRequest begun() {
		return OAuth2AuthorizationRequest.authorizationCode()
			.authorizationUri(SERVER.baseUrl() + "/authorize")
			.clientId("pingyi")
			.redirectUri(RETURN)
			.scopes(Set.of("openid"))
			.state("s")
			.attributes((attributes) -> attributes.put(OidcParameterNames.NONCE, "nonce"))
			.build();
	}

	private static void publishes(List<String> algorithms) {
		String base = SERVER.baseUrl();
		String listed = algorithms.stream().collect(Collectors.joining("\",\"", "[\"", "\"]"));
		SERVER.resetAll();
		SERVER.stubFor(get("/.well-known/openid-configuration").willReturn(okJson("""
				{"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
				"jwks_uri":"%1$s/keys","response_types_supported":["code"],"subject_types_supported":["public"],
				"id_token_signing_alg_values_supported":%2$s}""".formatted(base, listed))));
		SERVER.stubFor(
				get("/keys").willReturn(okJson(new JWKSet(List.of(rsa.toPublicJWK(), ec.toPublicJWK())).toString())));
	}

	private static void answers(String algorithm) throws Exception {
		JWTClaimsSet claims = new JWTClaimsSet.Builder().issuer(SERVER.baseUrl())
			.subject("li")
			.audience("pingyi")
			.issueTime(Date.from(TestClock.START))
			.expirationTime(Date.from(TestClock.START.plusSeconds(300)))
			.claim("nonce", hash("nonce"))
			.build();
		JWSAlgorithm name = JWSAlgorithm.parse(algorithm);
		SignedJWT token = new SignedJWT(
				new JWSHeader.Builder(name).keyID(algorithm.startsWith("ES") ? "ec" : "rsa").build(), claims);
		token.sign(signer(algorithm));
		SERVER.stubFor(post("/token").willReturn(okJson("""
				{"access_token":"unused","token_type":"Bearer","expires_in":300,"id_token":"%s"}"""
			.formatted(token.serialize()))));
	}

	private static JWSSigner signer(String algorithm) throws Exception {
		return switch (algorithm.substring(0, 2)) {
			case "ES" -> new ECDSASigner(ec);
			case "HS" -> new MACSigner("a-secret-of-the-provider-of-32-bytes");
			default -> new RSASSASigner(rsa);
		};
	}

	private static String hash(String nonce) throws Exception {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(MessageDigest.getInstance("SHA-256").digest(nonce.getBytes(StandardCharsets.US_ASCII)));
	}

}
