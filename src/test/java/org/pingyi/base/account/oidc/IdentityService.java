package org.pingyi.base.account.oidc;

import java.io.IOException;
import java.net.InetAddress;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.function.Consumer;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.pingyi.TestClock;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/**
 * A real identity service: Spring Authorization Server on a port of this machine, which
 * believes whoever says who they are.
 */
final class IdentityService {

	static final String CLIENT = "pingyi";

	/** The header in which a browser says who sits at it. */
	static final String PERSON = "Person";

	static final String SECRET = "a-secret-of-the-provider";

	private static final Consumer<JwtClaimsSet.Builder> AS_IT_IS = (claims) -> {
	};

	private static volatile String returnTo = "https://nowhere.test/";

	private static volatile Consumer<JwtClaimsSet.Builder> difference = AS_IT_IS;

	private final AnnotationConfigServletWebServerApplicationContext context;

	private IdentityService(AnnotationConfigServletWebServerApplicationContext context) {
		this.context = context;
	}

	static IdentityService start() {
		AnnotationConfigServletWebServerApplicationContext context = new AnnotationConfigServletWebServerApplicationContext();
		context.register(Setup.class);
		context.refresh();
		return new IdentityService(context);
	}

	String issuer() {
		return "http://127.0.0.1:" + this.context.getWebServer().getPort();
	}

	/**
	 * The one address that it sends people back to, from now on; its tokens are right.
	 */
	void knows(String address) {
		returnTo = address;
		difference = AS_IT_IS;
	}

	/** From now on its tokens differ from what is right. */
	void differs(Consumer<JwtClaimsSet.Builder> claims) {
		difference = claims;
	}

	void stop() {
		this.context.close();
	}

	/** Without an annotation of its own, so that no scan for components finds it. */
	@EnableWebSecurity
	static class Setup {

		@Bean
		TomcatServletWebServerFactory server() {
			TomcatServletWebServerFactory server = new TomcatServletWebServerFactory(0);
			server.setAddress(InetAddress.getLoopbackAddress());
			// Tomcat asks no filter where no servlet would answer.
			server.setRegisterDefaultServlet(true);
			return server;
		}

		@Bean
		SecurityFilterChain chain(HttpSecurity http) {
			return http.oauth2AuthorizationServer((server) -> server.oidc(Customizer.withDefaults()))
				.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.addFilterAfter(Setup::recognise, SecurityContextHolderFilter.class)
				.build();
		}

		private static void recognise(ServletRequest request, ServletResponse response, FilterChain chain)
				throws IOException, ServletException {
			String person = ((HttpServletRequest) request).getHeader(PERSON);
			if (person != null) {
				SecurityContextHolder.getContext()
					.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(person, "",
							List.of(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY))));
			}
			chain.doFilter(request, response);
		}

		@Bean
		RegisteredClientRepository clients() {
			return new RegisteredClientRepository() {

				@Override
				public void save(RegisteredClient client) {
					// Its secret may be hashed anew; nothing else changes.
				}

				@Override
				public @Nullable RegisteredClient findById(String id) {
					return client();
				}

				@Override
				public @Nullable RegisteredClient findByClientId(String id) {
					return id.equals(CLIENT) ? client() : null;
				}

			};
		}

		@Bean
		JWKSource<SecurityContext> keys() throws NoSuchAlgorithmException {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(2048);
			KeyPair pair = generator.generateKeyPair();
			RSAKey key = new RSAKey.Builder((RSAPublicKey) pair.getPublic()).privateKey(pair.getPrivate())
				.keyID("k")
				.build();
			return new ImmutableJWKSet<>(new JWKSet(key));
		}

		@Bean
		JwtDecoder decoder(JWKSource<SecurityContext> keys) {
			return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
		}

		@Bean
		AuthorizationServerSettings settings() {
			return AuthorizationServerSettings.builder().build();
		}

		/** Its clock shows what the product's does. */
		@Bean
		OAuth2TokenCustomizer<JwtEncodingContext> times() {
			return (token) -> {
				if (token.getTokenType().getValue().equals(OidcParameterNames.ID_TOKEN)) {
					token.getClaims().issuedAt(TestClock.START).expiresAt(TestClock.START.plusSeconds(300));
					difference.accept(token.getClaims());
				}
			};
		}

		private static RegisteredClient client() {
			return RegisteredClient.withId(CLIENT)
				.clientId(CLIENT)
				.clientSecret("{noop}" + SECRET)
				.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
				.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
				.redirectUri(returnTo)
				.scope("openid")
				.build();
		}

	}

}
