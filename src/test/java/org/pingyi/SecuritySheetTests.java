package org.pingyi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code src/docs/security.md} names every requirement of the levels 1 and 2 of ASVS 5.0
 * once, no test that does not exist, and the shares that it adds up to.
 */
class SecuritySheetTests {

	private static final Path SHEET = Path.of("src/docs/security.md");

	private static final Path TESTS = Path.of("src/test/java");

	/** Requirement, what it asks, how it is held, where. */
	private static final Pattern ROW = Pattern
		.compile("(?m)^\\| (\\d+\\.\\d+\\.\\d+) \\| (.+) \\| (test|read|open) \\| (.+) \\|$");

	private static final Pattern NOT_APPLICABLE = Pattern
		.compile("(?m)^\\| (\\d+\\.\\d+\\.\\d+(?:, \\d+\\.\\d+\\.\\d+)*) \\| ([^|]+) \\|$");

	private static final Pattern EXTENDS = Pattern.compile("class \\w+ extends (\\w+)");

	private static final Pattern TEST = Pattern.compile("`(\\w+Tests)(?:\\.(\\w+))?`");

	/** How many of each section are of the levels 1 and 2, numbered from 1. */
	private static final Map<String, Integer> SECTIONS = sections(
			"1.1 2, 1.2 9, 1.3 11, 1.4 3, 1.5 2, 2.1 3, 2.2 3, 2.3 4, 2.4 1, 3.2 2, 3.3 4, 3.4 6, 3.5 5, 3.7 2, "
					+ "4.1 3, 4.2 1, 4.3 2, 4.4 4, 5.1 1, 5.2 3, 5.3 2, 5.4 3, 6.1 3, 6.2 12, 6.3 4, 6.4 4, 6.5 5, "
					+ "6.6 3, 6.8 4, 7.1 3, 7.2 4, 7.3 2, 7.4 5, 7.5 2, 7.6 2, 8.1 2, 8.2 3, 8.3 1, 8.4 1, 9.1 3, "
					+ "9.2 4, 10.1 2, 10.2 2, 10.3 4, 10.4 11, 10.5 5, 10.6 2, 10.7 3, 11.1 2, 11.2 3, 11.3 3, "
					+ "11.4 4, 11.5 1, 11.6 1, 12.1 3, 12.2 2, 12.3 4, 13.1 1, 13.2 5, 13.3 2, 13.4 5, 14.1 2, "
					+ "14.2 4, 14.3 3, 15.1 3, 15.2 3, 15.3 7, 16.1 1, 16.2 5, 16.3 4, 16.4 3, 16.5 3");

	private String sheet = "";

	private List<Requirement> requirements = List.of();

	@BeforeEach
	void read() throws IOException {
		this.sheet = Files.readString(SHEET);
		this.requirements = ROW.matcher(this.sheet).results().map(SecuritySheetTests::requirement).toList();
	}

	@Test
	void namesEachRequirementOnce() {
		List<String> named = Stream.concat(this.requirements.stream().map(Requirement::number),
				NOT_APPLICABLE.matcher(this.sheet).results().flatMap((row) -> Arrays.stream(row.group(1).split(", "))))
			.toList();
		assertThat(named).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all());
	}

	@Test
	void namesTestsThatExist() throws IOException {
		assertThat(missing(this.sheet)).isEmpty();
	}

	@Test
	void namesATestWhereOneHolds() {
		assertThat(this.requirements).filteredOn(Requirement::isTested)
			.allSatisfy((requirement) -> assertThat(requirement.where()).containsPattern(TEST));
	}

	@Test
	void statesTheSharesThatItAddsUpTo() {
		Map<String, Long> states = this.requirements.stream()
			.collect(Collectors.groupingBy(Requirement::state, Collectors.counting()));
		int applicable = this.requirements.size();
		long tested = states.getOrDefault("test", 0L);
		assertThat(this.sheet).contains("Of %d requirements %d apply".formatted(all().size(), applicable),
				"**%d (%d %%) are held by a test**".formatted(tested, tested * 100 / applicable),
				"%d by what can be read".formatted(states.getOrDefault("read", 0L)),
				"%d are open".formatted(states.getOrDefault("open", 0L)));
		assertThat(tested * 100 / applicable).isGreaterThanOrEqualTo(70);
	}

	@Test
	void noticesATestThatIsGone() throws IOException {
		assertThat(missing("`SecuritySheetTests.noticesATestThatIsGone`, `SecuritySheetTests.neverWas`, `GoneTests`"))
			.containsExactly("GoneTests", "SecuritySheetTests.neverWas");
	}

	private static Set<String> missing(String text) throws IOException {
		Map<String, String> sources = new TreeMap<>();
		try (Stream<Path> files = Files.walk(TESTS)) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".java")).toList()) {
				sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
			}
		}
		return TEST.matcher(text)
			.results()
			.filter((test) -> !exists(sources, test.group(1), test.group(2)))
			.map((test) -> test.group().replace("`", ""))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/** Whether there is a test, or one that it inherits. */
	private static boolean exists(Map<String, String> sources, String test, @Nullable String method) {
		String source = sources.getOrDefault(test, "");
		return !source.isEmpty() && (method == null || source.contains(" " + method + "(")
				|| EXTENDS.matcher(source).results().anyMatch((found) -> exists(sources, found.group(1), method)));
	}

	private static List<String> all() {
		return SECTIONS.entrySet()
			.stream()
			.flatMap((section) -> IntStream.rangeClosed(1, section.getValue())
				.mapToObj((number) -> section.getKey() + "." + number))
			.toList();
	}

	private static Map<String, Integer> sections(String text) {
		return Arrays.stream(text.split(", "))
			.map((section) -> section.split(" "))
			.collect(Collectors.toMap((words) -> words[0], (words) -> Integer.valueOf(words[1])));
	}

	private static Requirement requirement(MatchResult row) {
		return new Requirement(row.group(1), row.group(3), row.group(4));
	}

	private record Requirement(String number, String state, String where) {

		boolean isTested() {
			return this.state.equals("test");
		}

	}

}
