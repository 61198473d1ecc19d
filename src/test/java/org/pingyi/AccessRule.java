package org.pingyi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.springframework.http.HttpMethod;

/**
 * One line of {@code access.txt}: a route and who may use it.
 *
 * @param verb a method, or ANY
 * @param pattern the path, with variables in braces
 * @param who roles, or PUBLIC, STAFF, HOLDER
 */
public record AccessRule(String verb, String pattern, Set<String> who) {

	private static final Path TABLE = Path.of("src/test/resources/access.txt");

	/** All lines, in their order. */
	public static Stream<AccessRule> all() {
		try {
			return Files.readAllLines(TABLE)
				.stream()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.map(AccessRule::read);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static AccessRule read(String line) {
		String[] words = line.strip().split("\\s+");
		return new AccessRule(words[0], words[1], Set.copyOf(Arrays.asList(words).subList(2, words.length)));
	}

	public String route() {
		return this.verb + " " + this.pattern;
	}

	public HttpMethod method() {
		return HttpMethod.valueOf(this.verb.equals("ANY") ? "GET" : this.verb);
	}

	/** Whether the role, or NOBODY, may use it. */
	public boolean admits(String role) {
		return this.who.contains("PUBLIC") || this.who.contains(role)
				|| (this.who.contains("STAFF") && !role.equals("NOBODY"));
	}

	@Override
	public String toString() {
		return route() + " for " + String.join(", ", new TreeSet<>(this.who));
	}

}
