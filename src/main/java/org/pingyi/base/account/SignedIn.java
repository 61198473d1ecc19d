package org.pingyi.base.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;

/**
 * Somebody who is signed in, as the session keeps it: the roles that count, and by which
 * factors and when the person was recognised.
 */
public final class SignedIn {

	/** By the code of an authenticator application, or a recovery code. */
	public static final String BY_CODE = "FACTOR_CODE";

	private SignedIn() {
	}

	/**
	 * Somebody recognised now, by factors such as {@link #BY_CODE}.
	 * @param origin which the list of sessions shows; without details of its own the
	 * framework would add those of the attempt, password and all
	 */
	static Authentication of(Account account, Origin origin, Instant now, String... factors) {
		Stream<GrantedAuthority> roles = account.authorities().map(SimpleGrantedAuthority::new);
		Stream<GrantedAuthority> shown = Stream.of(factors)
			.map((factor) -> FactorGrantedAuthority.withAuthority(factor).issuedAt(now).build());
		List<GrantedAuthority> authorities = Stream.concat(roles, shown).toList();
		UsernamePasswordAuthenticationToken person = UsernamePasswordAuthenticationToken
			.authenticated(new User(account.login(), "", authorities), null, authorities);
		person.setDetails(new SessionOrigin(origin.network(), origin.browser(), account.generation()));
		return person;
	}

	/** Whether the city's identity service said who it is. */
	public static boolean byIdentityService(Authentication authentication) {
		return authentication.getAuthorities()
			.stream()
			.anyMatch((factor) -> FactorGrantedAuthority.AUTHORIZATION_CODE_AUTHORITY.equals(factor.getAuthority()));
	}

	/** The generation in which the session was begun; empty for nobody. */
	public static OptionalInt generation(Authentication authentication) {
		return (authentication.getDetails() instanceof SessionOrigin origin) ? OptionalInt.of(origin.generation())
				: OptionalInt.empty();
	}

	/**
	 * When the person last showed a factor of this product; empty where it was the
	 * identity service alone that recognised them, for whoever sits at somebody else's
	 * session there has shown nothing.
	 */
	public static Optional<Instant> shown(Authentication authentication) {
		return factors(authentication)
			.filter((factor) -> !FactorGrantedAuthority.AUTHORIZATION_CODE_AUTHORITY.equals(factor.getAuthority()))
			.map(FactorGrantedAuthority::getIssuedAt)
			.max(Instant::compareTo);
	}

	/** When the person was recognised; empty for nobody. */
	public static Optional<Instant> since(Authentication authentication) {
		return factors(authentication).map(FactorGrantedAuthority::getIssuedAt).max(Instant::compareTo);
	}

	private static Stream<FactorGrantedAuthority> factors(Authentication authentication) {
		return authentication.getAuthorities()
			.stream()
			.filter(FactorGrantedAuthority.class::isInstance)
			.map(FactorGrantedAuthority.class::cast);
	}

}
