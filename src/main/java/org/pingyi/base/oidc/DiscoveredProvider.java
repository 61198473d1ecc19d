package org.pingyi.base.oidc;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * What a provider says of itself, and what reads its tokens.
 *
 * @param decoder checks signature, issuer, audience and times
 */
record DiscoveredProvider(ClientRegistration registration, JwtDecoder decoder) {

	private static final Duration SKEW = Duration.ofSeconds(60);

	private static final String ALGORITHMS = "id_token_signing_alg_values_supported";

	/** Asymmetric and not broken; EdDSA the library does not verify. */
	private static final List<SignatureAlgorithm> ACCEPTED = List.of(SignatureAlgorithm.RS256, SignatureAlgorithm.PS256,
			SignatureAlgorithm.ES256);

	/** Asks the provider where it does not stand in the settings. */
	static DiscoveredProvider find(ProviderSettings settings, Clock clock) {
		ClientRegistration registration = registration(settings);
		return new DiscoveredProvider(registration, decoder(registration, clock));
	}

	/** With the address that it sends people back to. */
	ClientRegistration returningTo(String address) {
		return ClientRegistration.withClientRegistration(this.registration).redirectUri(address).build();
	}

	private static ClientRegistration registration(ProviderSettings settings) {
		Set<String> scopes = new TreeSet<>(settings.scopes());
		scopes.add(OidcScopes.OPENID);
		ClientRegistration.Builder builder = settings.endpoints().published()
				? ClientRegistrations.fromIssuerLocation(settings.issuer()) : spelledOut(settings);
		if (settings.secret().isBlank()) {
			builder.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
		}
		return builder.registrationId(settings.registration())
			.clientId(settings.client())
			.clientSecret(settings.secret())
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.redirectUri(settings.issuer())
			.scope(scopes)
			.build();
	}

	private static ClientRegistration.Builder spelledOut(ProviderSettings settings) {
		return ClientRegistration.withRegistrationId(settings.registration())
			.issuerUri(settings.issuer())
			.authorizationUri(settings.endpoints().authorization())
			.tokenUri(settings.endpoints().token())
			.jwkSetUri(settings.endpoints().keys());
	}

	private static JwtDecoder decoder(ClientRegistration registration, Clock clock) {
		ClientRegistration.ProviderDetails provider = registration.getProviderDetails();
		NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(String.valueOf(provider.getJwkSetUri()))
			.jwsAlgorithms((algorithms) -> algorithms.addAll(algorithms(provider.getConfigurationMetadata())))
			.build();
		decoder
			.setClaimSetConverter(new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
		decoder.setJwtValidator(validator(registration, clock));
		return decoder;
	}

	/**
	 * Those of ours that it lists; RS256, which every provider has, where it lists none.
	 */
	private static Set<SignatureAlgorithm> algorithms(Map<String, Object> published) {
		Collection<?> listed = (published.get(ALGORITHMS) instanceof Collection<?> names) ? names : List.of();
		Set<SignatureAlgorithm> both = ACCEPTED.stream()
			.filter((algorithm) -> listed.contains(algorithm.getName()))
			.collect(Collectors.toSet());
		return both.isEmpty() ? Set.of(SignatureAlgorithm.RS256) : both;
	}

	private static OAuth2TokenValidator<Jwt> validator(ClientRegistration registration, Clock clock) {
		JwtTimestampValidator times = new JwtTimestampValidator(SKEW);
		times.setClock(clock);
		OidcIdTokenValidator claims = new OidcIdTokenValidator(registration);
		claims.setClock(clock);
		claims.setClockSkew(SKEW);
		// Whoever names nobody vouches for nobody; the library lets an empty one through.
		JwtClaimValidator<String> person = new JwtClaimValidator<>(IdTokenClaimNames.SUB,
				(subject) -> subject != null && !subject.isBlank());
		return new DelegatingOAuth2TokenValidator<>(times, claims, person);
	}

}
