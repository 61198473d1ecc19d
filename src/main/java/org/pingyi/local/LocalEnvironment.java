package org.pingyi.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Settles a run from the source tree ({@code pingyi.local=true}, set by the build):
 * without a database of its own it stays local, bound to this machine; with one it is a
 * normal run. Either way it has a secret and keys, kept beside the data.
 */
class LocalEnvironment implements EnvironmentPostProcessor {

	static final String LOCAL = "pingyi.local";

	/**
	 * The sample accounts are known to everybody: a second factor would guard nothing.
	 */
	private static final String SECOND_FACTOR = "pingyi.account.second-factor-enforced";

	static final Path DATA = Path.of("data");

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (!environment.getProperty(LOCAL, Boolean.class, false)) {
			return;
		}
		boolean local = !environment.containsProperty("spring.datasource.url");
		Map<String, Object> settled = new HashMap<>();
		settled.put(LOCAL, local);
		if (local && !environment.containsProperty("server.address")) {
			settled.put("server.address", "127.0.0.1");
		}
		if (local && !environment.containsProperty(SECOND_FACTOR)) {
			settled.put(SECOND_FACTOR, false);
		}
		if (local && !environment.containsProperty("pingyi.sms")) {
			settled.put("pingyi.sms", "development");
		}
		if (!environment.containsProperty("pingyi.secret")) {
			settled.put("pingyi.secret", secret());
		}
		if (!environment.containsProperty("pingyi.keys.directories") && !environment.containsProperty("PINGYI_KEYS")) {
			settled.put("pingyi.keys.directories", DATA.resolve("keys").toString());
		}
		environment.getPropertySources().addFirst(new MapPropertySource("local", settled));
	}

	private static String secret() {
		try {
			Path file = DATA.resolve("secret");
			if (Files.notExists(file)) {
				Files.createDirectories(DATA);
				Files.writeString(file, random());
			}
			return Files.readString(file).strip();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String random() {
		byte[] bytes = new byte[32];
		new SecureRandom().nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

}
