package org.pingyi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/** Compose runs every service with as little as it needs, and passes every setting. */
class ComposeTests {

	private static final Path FILE = Path.of("docker-compose.yml");

	/** The buckets of the vote and of the sign-in. */
	private static final int COUNTING_LIMITS = 6;

	/** What PostgreSQL reserves by itself. */
	private static final int SUPERUSERS = 3;

	private static final int MIGRATING = 2;

	private static final Pattern SETTING = Pattern.compile("`(PINGYI_[A-Z_]+)`");

	private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|SECRET|TOKEN|KEY)(?!.*_FILE)");

	@Test
	void runsEveryServiceHardened() throws IOException {
		Map<String, Map<String, Object>> services = services();
		assertThat(services).containsOnlyKeys("postgres", "app-1", "app-2", "proxy");
		services.forEach((name, service) -> assertThat(faults(service)).as(name).isEmpty());
	}

	/** The positive control: whatever is taken away is missed. */
	@ParameterizedTest
	@ValueSource(
			strings = { "read_only", "cap_drop", "security_opt", "mem_limit", "pids_limit", "user", "healthcheck" })
	void noticesWhatIsTakenAway(String taken) throws IOException {
		Map<String, Object> service = new LinkedHashMap<>(services().get("app-1"));
		service.remove(taken);
		assertThat(faults(service)).containsExactly(taken);
	}

	@Test
	void passesEverySettingThatReadmeNames() throws IOException {
		Set<String> named = named();
		assertThat(named).contains("PINGYI_SECRET", "PINGYI_ADDRESS", "PINGYI_SMS");
		for (String node : List.of("app-1", "app-2")) {
			Set<String> passed = passed(services().get(node));
			assertThat(passed).as(node).containsAll(named);
			passed.remove("PINGYI_ADDRESS");
			assertThat(passed.containsAll(named)).isFalse();
		}
	}

	/**
	 * Of both nodes and of one that takes the place of another, and for those who help.
	 */
	@Test
	void leavesRoomForTheConnectionsOfTheNodes() throws IOException {
		Map<String, Map<String, Object>> settings = new Yaml()
			.load(Files.readString(Path.of("src/main/resources/application.yaml")));
		int most = ((Map<?, ?>) settings.get("pingyi").get("pools")).values()
			.stream()
			.mapToInt((pool) -> (Integer) ((Map<?, ?>) pool).get("size"))
			.sum();
		assertThat(most).isPositive();
		Matcher allowed = Pattern.compile("max_connections=(\\d+)")
			.matcher(String.valueOf(services().get("postgres").get("command")));
		assertThat(allowed.find()).isTrue();
		assertThat(3 * (most + COUNTING_LIMITS) + SUPERUSERS + MIGRATING)
			.isLessThan(Integer.parseInt(allowed.group(1)));
	}

	@Test
	void keepsSecretsOutOfTheEnvironment() throws IOException {
		services().forEach((name, service) -> assertThat(environment(service).keySet()).as(name)
			.noneMatch((variable) -> SECRET.matcher(variable).matches()));
		assertThat("PINGYI_SECRET").matches(SECRET);
	}

	@Test
	void connectsAsTwoRoles() throws IOException {
		Map<String, Object> environment = environment(services().get("app-1"));
		assertThat(environment).containsEntry("SPRING_DATASOURCE_USERNAME", "pingyi_app")
			.containsEntry("SPRING_FLYWAY_USER", "pingyi_owner");
		assertThat(Files.readString(Path.of("src/main/docker/roles.sql"))).contains("create role pingyi_app",
				"create role pingyi_owner");
	}

	@Test
	void mountsEverySecretThatReadmeNames() throws IOException {
		Set<String> named = new TreeSet<>();
		Matcher file = Pattern.compile("/run/secrets/([a-z.]+)").matcher(Files.readString(Path.of("README.md")));
		while (file.find()) {
			named.add(file.group(1));
		}
		assertThat(named).contains("pingyi.oidc.client.secret");
		for (String node : List.of("app-1", "app-2")) {
			assertThat(targets(services().get(node))).as(node).containsAll(named);
		}
	}

	/** Compose starts nothing when one is missing. */
	@Test
	void mountsNoFileThatReadmeDoesNotMake() throws IOException {
		String made = block("mkdir -m 700 secrets");
		Map<String, Map<String, Map<String, Object>>> whole = new Yaml().load(Files.readString(FILE));
		assertThat(whole.get("secrets").keySet()).contains("oidc-client-secret")
			.allMatch((secret) -> made.contains(secret));
	}

	/** The blocks are for one shell, one after the other. */
	@Test
	void staysInTheDirectoryOfTheSources() throws IOException {
		assertThat(Files.readString(Path.of("README.md"))).doesNotContainPattern("(?m)^[^(#\n]*\\bcd [a-z]");
	}

	@Test
	void makesTheDatabaseAsReadmeSays() throws IOException {
		List<String> statements = block("create role pingyi_owner").lines()
			.filter((line) -> !line.startsWith("create role"))
			.toList();
		assertThat(statements).anyMatch((line) -> line.contains("locale 'C.UTF-8'"))
			.anyMatch((line) -> line.startsWith("revoke connect on database pingyi"));
		assertThat(Files.readAllLines(Path.of("src/main/docker/roles.sql"))).containsAll(statements);
	}

	/** A balancer that asked for the readiness would end the vote with one directory. */
	@Test
	void routesByWhatStaysUpWithOneDirectoryOfKeys() throws IOException {
		for (String node : List.of("app-1", "app-2")) {
			assertThat(services().get(node).get("healthcheck").toString()).contains("/actuator/health/serving ")
				.doesNotContain("readiness");
		}
		assertThat(Files.readString(Path.of("src/main/docker/nginx.conf"))).contains("/actuator/health/serving;")
			.doesNotContain("readiness");
	}

	/** The block of commands in README that begins with a text. */
	private static String block(String beginning) throws IOException {
		String readme = Files.readString(Path.of("README.md"));
		int start = readme.indexOf("```\n" + beginning) + "```\n".length();
		return readme.substring(start, readme.indexOf("```", start));
	}

	private static List<String> targets(Map<String, Object> node) {
		return ((List<?>) node.get("secrets")).stream()
			.map((secret) -> String.valueOf(((Map<?, ?>) secret).get("target")))
			.toList();
	}

	private static List<String> faults(Map<String, Object> service) {
		List<String> faults = new ArrayList<>();
		note(faults, "read_only", Boolean.TRUE.equals(service.get("read_only")));
		note(faults, "cap_drop", List.of("ALL").equals(service.get("cap_drop")) && !service.containsKey("cap_add"));
		note(faults, "security_opt", List.of("no-new-privileges:true").equals(service.get("security_opt")));
		note(faults, "mem_limit", service.containsKey("mem_limit"));
		note(faults, "pids_limit", service.containsKey("pids_limit"));
		note(faults, "user", String.valueOf(service.get("user")).matches("[1-9]\\d*:[1-9]\\d*"));
		note(faults, "healthcheck", service.containsKey("healthcheck"));
		return faults;
	}

	private static void note(List<String> faults, String name, boolean good) {
		if (!good) {
			faults.add(name);
		}
	}

	/** The settings in README's table. */
	private static Set<String> named() throws IOException {
		Set<String> named = new TreeSet<>();
		Files.readString(Path.of("README.md"))
			.lines()
			.filter((line) -> line.startsWith("| `PINGYI_"))
			.forEach((line) -> {
				Matcher setting = SETTING.matcher(line.substring(0, line.indexOf('|', 1)));
				while (setting.find()) {
					named.add(setting.group(1));
				}
			});
		return named;
	}

	/** What reaches a node: variables, and files named as settings. */
	private static Set<String> passed(Map<String, Object> node) {
		Set<String> passed = new TreeSet<>(environment(node).keySet());
		targets(node)
			.forEach((target) -> passed.add(target.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT)));
		return passed;
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> environment(Map<String, Object> service) {
		return (Map<String, Object>) service.getOrDefault("environment", Map.of());
	}

	private static Map<String, Map<String, Object>> services() throws IOException {
		Map<String, Map<String, Map<String, Object>>> whole = new Yaml().load(Files.readString(FILE));
		return whole.get("services");
	}

}
