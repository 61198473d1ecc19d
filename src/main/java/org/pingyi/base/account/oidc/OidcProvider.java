package org.pingyi.base.account.oidc;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

import org.pingyi.base.oidc.ProviderClient;
import org.pingyi.base.oidc.ProviderFailure;
import org.pingyi.base.oidc.ProviderSettings;
import org.pingyi.base.oidc.ProviderSettings.Endpoints;
import org.pingyi.base.web.PublicAddress;
import org.pingyi.base.web.Refusal;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.stereotype.Component;

/**
 * The identity service that staff may sign in by, as configured. None of its claims gives
 * a role.
 */
@Component
public class OidcProvider {

	/** Where it sends people back to, as it must know it. */
	public static final String RETURN = "/login/oidc/return";

	/** What the library calls it. */
	public static final String REGISTRATION = "staff";

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final OidcSettings settings;

	private final PublicAddress address;

	private final ProviderClient client;

	OidcProvider(OidcSettings settings, PublicAddress address, Clock clock) {
		this.settings = settings;
		this.address = address;
		this.client = new ProviderClient(new ProviderSettings(REGISTRATION, settings.issuer(), Endpoints.PUBLISHED,
				settings.client().id(), settings.client().secret(), Set.of(), PATIENCE), clock);
	}

	/** Whether staff may sign in by it. */
	public boolean offered() {
		return !this.settings.issuer().isBlank();
	}

	/**
	 * Refuses where staff cannot sign in by it.
	 * @throws Refusal 404 {@code account.oidc.none}
	 */
	public void requireOffered() {
		if (!offered()) {
			throw Refusal.notFound("account.oidc.none");
		}
	}

	/** What people call it. */
	public String name(Locale locale) {
		boolean english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
		return english ? this.settings.nameEn() : this.settings.name();
	}

	/** As its tokens name it; "" where there is none. */
	public String issuer() {
		return this.settings.issuer();
	}

	/**
	 * What it and we know of each other. The address to come back to is that of the
	 * settings: a request's host is whatever its sender likes.
	 * @throws Refusal 404 {@code account.oidc.none}, 503 {@code account.oidc.down}
	 */
	public ClientRegistration registration() {
		requireOffered();
		try {
			return this.client.registration(this.address.of(RETURN));
		}
		catch (ProviderFailure ex) {
			throw refusal(ex);
		}
	}

	/**
	 * Exchanges the code that somebody brought back for a valid token of theirs.
	 * @throws ProviderFailure when they are not let in, for {@link #refusal}
	 */
	public Authentication exchange(Authentication returned) {
		return this.client.exchange((OAuth2LoginAuthenticationToken) returned);
	}

	/**
	 * What somebody is told who came back and is not let in: 422
	 * {@code account.oidc.cancelled} or {@code account.oidc.broken}, 503
	 * {@code account.oidc.down}.
	 */
	public static Refusal refusal(ProviderFailure failure) {
		return switch (failure.reason()) {
			case CANCELLED -> Refusal.invalid("account.oidc.cancelled");
			case BROKEN -> Refusal.invalid("account.oidc.broken");
			case DOWN -> new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "account.oidc.down");
		};
	}

}
