package org.pingyi.base.startup;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.pingyi.base.secret.CipherSuite;
import org.pingyi.base.web.PublicAddress;

/** What a city's installation must be set to, each with what to say when it is not. */
final class Requirements {

	private static final String URL = "spring.datasource.url";

	private static final String USER = "spring.datasource.username";

	private static final String PASSWORD = "spring.datasource.password";

	private static final String OWNER = "spring.flyway.user";

	private static final String OWNER_PASSWORD = "spring.flyway.password";

	private static final String SECRET = "pingyi.secret";

	private static final String KEYS = "pingyi.keys.directories";

	private static final String CRYPTOGRAPHY = "pingyi.cryptography";

	private static final String ADDRESS = "pingyi.address";

	private static final String SMS = "pingyi.sms";

	private static final String SMS_URL = "pingyi.sms-http.url";

	private static final String ISSUER = "pingyi.oidc.issuer";

	private static final String CLIENT = "pingyi.oidc.client.id";

	private static final String CLIENT_SECRET = "pingyi.oidc.client.secret";

	private static final Pattern ISSUER_ADDRESS = Pattern.compile("(https?://[^\\s/?#@]+)(?:/[^\\s?#]*)?");

	private static final String ROLES = "Make two roles in the database and set both, as README says under \"In production\".";

	private static final String RANDOM = "Take a random one, for instance from: openssl rand -base64 48";

	private static final String DIRECTORIES = "Name one or, better, two directories, outside the database and its backups, for instance /var/lib/pingyi/keys.";

	private static final String PRINTED = "Set it to the address under which people reach the site, for instance https://pingyi.example.cn.";

	private static final String GATEWAY = "Set PINGYI_SMS to http and say in PINGYI_SMSHTTP_URL where the gateway is, or leave both out.";

	private static final String IDENTITY_SERVICE = "Set what the identity service says of itself and gave us, as src/docs/decisions/0021-staff-oidc.md says, or leave all three out.";

	private static final List<Requirement> ALL = List.of(
			new Requirement((settings) -> settings.lacks(URL), missing(URL), ROLES),
			new Requirement((settings) -> settings.lacks(USER), missing(USER), ROLES),
			new Requirement((settings) -> WeakText.isWeakPassword(settings.of(PASSWORD), settings.of(USER)),
					guessed(PASSWORD), RANDOM),
			new Requirement((settings) -> migrates(settings) && settings.lacks(OWNER), missing(OWNER), ROLES),
			new Requirement(
					(settings) -> migrates(settings) && !settings.lacks(OWNER)
							&& settings.of(OWNER).equals(settings.of(USER)),
					"%s and %s name the same role, so that the application could rewrite the trail."
						.formatted(Settings.variable(OWNER), Settings.variable(USER)),
					ROLES),
			new Requirement(
					(settings) -> migrates(settings)
							&& WeakText.isWeakPassword(settings.of(OWNER_PASSWORD), settings.of(OWNER)),
					guessed(OWNER_PASSWORD), RANDOM),
			new Requirement((settings) -> WeakText.isWeakSecret(settings.of(SECRET)),
					"PINGYI_SECRET is missing, short or easy to guess.", RANDOM),
			new Requirement((settings) -> settings.lacks(KEYS) && settings.lacks("PINGYI_KEYS"),
					"PINGYI_KEYS is missing.", DIRECTORIES),
			new Requirement((settings) -> CipherSuite.of(settings.of(CRYPTOGRAPHY)).isEmpty(),
					"PINGYI_CRYPTOGRAPHY names no cryptography that there is.",
					"Set PINGYI_CRYPTOGRAPHY to international or national, or leave it out for international."),
			new Requirement((settings) -> !settings.lacks(ADDRESS) && !isAddress(settings),
					Settings.variable(ADDRESS) + " must begin with https:// and name a host, and nothing else.",
					PRINTED),
			new Requirement((settings) -> settings.lacks(ADDRESS) && !isAddress(settings), missing(ADDRESS), PRINTED),
			new Requirement((settings) -> settings.of(SMS).equals("development"),
					"PINGYI_SMS is development: codes would be shown to the office instead of being sent.", GATEWAY),
			new Requirement((settings) -> !Set.of("", "development", "http").contains(settings.of(SMS)),
					"PINGYI_SMS names no gateway that there is.", GATEWAY),
			new Requirement((settings) -> settings.of(SMS).equals("http") && settings.lacks(SMS_URL), missing(SMS_URL),
					GATEWAY),
			new Requirement((settings) -> signsInElsewhere(settings) && settings.lacks(ISSUER), missing(ISSUER),
					IDENTITY_SERVICE),
			new Requirement((settings) -> !settings.lacks(ISSUER) && !isIssuer(settings.of(ISSUER)), Settings
				.variable(ISSUER)
					+ " must begin with https:// and name a host; only a service on this machine may do with http://.",
					IDENTITY_SERVICE),
			new Requirement((settings) -> signsInElsewhere(settings) && settings.lacks(CLIENT), missing(CLIENT),
					IDENTITY_SERVICE),
			new Requirement(
					(settings) -> signsInElsewhere(settings)
							&& WeakText.isWeakPassword(settings.of(CLIENT_SECRET), settings.of(CLIENT)),
					guessed(CLIENT_SECRET), IDENTITY_SERVICE));

	private Requirements() {
	}

	/** What is wrong with the settings, in the order of the list; empty if nothing is. */
	static List<Shortcoming> brokenBy(Settings settings) {
		return ALL.stream()
			.filter((requirement) -> requirement.broken().test(settings))
			.map((requirement) -> new Shortcoming(requirement.fault(), requirement.remedy()))
			.toList();
	}

	private static String missing(String name) {
		return Settings.variable(name) + " is missing.";
	}

	private static String guessed(String name) {
		return Settings.variable(name) + " is missing or easy to guess.";
	}

	private static boolean migrates(Settings settings) {
		return !settings.of("spring.flyway.enabled").equalsIgnoreCase("false");
	}

	private static boolean isAddress(Settings settings) {
		return PublicAddress.serves(settings.of(ADDRESS), settings.of("server.address"));
	}

	private static boolean signsInElsewhere(Settings settings) {
		return !settings.lacks(ISSUER) || !settings.lacks(CLIENT) || !settings.lacks(CLIENT_SECRET);
	}

	/** As OpenID Connect Discovery 1.0, section 3, has it: no query and no fragment. */
	private static boolean isIssuer(String issuer) {
		Matcher address = ISSUER_ADDRESS.matcher(issuer);
		return address.matches() && PublicAddress.serves(address.group(1), "");
	}

	private record Requirement(Predicate<Settings> broken, String fault, String remedy) {
	}

}
