package org.pingyi.intake.vote.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.function.Consumer;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.pingyi.TestClock;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;

/** An identity provider that vouches for whomever a test names. */
@TestConfiguration(proxyBeanMethods = false)
class StandInProvider {

	static final WireMockServer SERVER = new WireMockServer(WireMockConfiguration.options().dynamicPort());

	private static final RSAKey KEY = key();

	private static final RSAKey FOREIGN_KEY = key();

	@Bean
	DynamicPropertyRegistrar providerSettings() {
		SERVER.start();
		String base = SERVER.baseUrl();
		return (registry) -> {
			registry.add("pingyi.vote.oidc.issuer", () -> base);
			registry.add("pingyi.vote.oidc.authorization", () -> base + "/authorize");
			registry.add("pingyi.vote.oidc.token", () -> base + "/token");
			registry.add("pingyi.vote.oidc.keys", () -> base + "/keys");
			registry.add("pingyi.vote.oidc.patience", () -> "3s");
			registry.add("pingyi.vote.oidc.client", () -> "pingyi");
			registry.add("pingyi.vote.oidc.secret", () -> "a-secret-of-the-provider");
		};
	}

	/** Answers the next exchange with a token for a person. */
	static void vouches(String person, String nonce) {
		vouches(nonce, (claims) -> claims.subject(person), KEY);
	}

	/** Answers the next exchange with a token that differs somewhere. */
	static void vouches(String nonce, Consumer<JWTClaimsSet.Builder> difference) {
		vouches(nonce, difference, KEY);
	}

	/** Answers the next exchange with a token that somebody else signed. */
	static void isForged(String nonce) {
		vouches(nonce, (claims) -> claims.subject("li"), FOREIGN_KEY);
	}

	static void fails() {
		SERVER.resetAll();
		SERVER.stubFor(post("/token").willReturn(aResponse().withStatus(500)));
	}

	static void stalls() {
		SERVER.resetAll();
		SERVER.stubFor(post("/token").willReturn(aResponse().withFixedDelay(60_000)));
	}

	private static void vouches(String nonce, Consumer<JWTClaimsSet.Builder> difference, RSAKey key) {
		JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().issuer(SERVER.baseUrl())
			.subject("li")
			.audience("pingyi")
			.issueTime(Date.from(TestClock.START))
			.expirationTime(Date.from(TestClock.START.plusSeconds(300)))
			.claim("nonce", nonce);
		difference.accept(claims);
		SERVER.resetAll();
		SERVER.stubFor(get("/keys").willReturn(okJson(new JWKSet(KEY.toPublicJWK()).toString())));
		SERVER.stubFor(post("/token").willReturn(okJson("""
				{"access_token":"unused","token_type":"Bearer","expires_in":300,"id_token":"%s"}"""
			.formatted(signed(claims.build(), key)))));
	}

	/** An expiry that has passed. */
	static Date past() {
		return Date.from(Instant.from(TestClock.START).minusSeconds(600));
	}

	static String basic() {
		return "Basic " + Base64.getEncoder()
			.encodeToString("pingyi:a-secret-of-the-provider".getBytes(StandardCharsets.UTF_8));
	}

	private static String signed(JWTClaimsSet claims, RSAKey key) {
		try {
			SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k").build(), claims);
			token.sign(new RSASSASigner(key));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static RSAKey key() {
		try {
			return new RSAKeyGenerator(2048).keyID("k").generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
