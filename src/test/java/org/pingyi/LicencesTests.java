package org.pingyi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * What the jar contains comes under licences that let a city use and change it, and
 * {@code src/docs/licences.md} names all of it. The build lists the libraries before the
 * tests and, in the profile {@code sbom}, makes the bill of materials; a test that is
 * started without the build has nothing to compare with.
 */
class LicencesTests {

	private static final Path LIBRARIES = Path.of("target/libraries.txt");

	private static final Path BILL = Path.of("target/classes/META-INF/sbom/application.cdx.json");

	private static final Path PAGE = Path.of("src/docs/licences.md");

	private static final Pattern ROW = Pattern.compile("^\\| ([\\w.-]+:[\\w.-]+) \\| (.+) \\|$", Pattern.MULTILINE);

	private static final Pattern LIBRARY = Pattern.compile("([\\w.-]+:[\\w.-]+):jar:\\S+:(?:compile|runtime)");

	private static final Set<String> ALLOWED = Set.of("Apache-2.0", "MIT", "0BSD", "BSD-2-Clause", "BSD-3-Clause",
			"EPL-2.0", "CC0-1.0", "Bouncy Castle Licence", "Public Domain");

	/** By the licence in the jar, which is not what the POM says: Apache-2.0. */
	private static final Set<String> READ_IN_THE_JAR = Set.of("org.springframework.session:spring-session-core",
			"org.springframework.session:spring-session-jdbc");

	@Test
	void letACityUseAndChangeTheProduct() throws IOException {
		assertThat(documented()).hasSizeGreaterThan(100)
			.allSatisfy((library,
					licences) -> assertThat(isFree(library, licences)).as("%s under %s", library, licences).isTrue());
	}

	@Test
	void areNamedForEveryLibrary() throws IOException {
		assumeThat(LIBRARIES).exists();
		Set<String> contained = LIBRARY.matcher(Files.readString(LIBRARIES))
			.results()
			.map((library) -> library.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(documented().keySet()).containsExactlyElementsOf(contained);
	}

	@Test
	void areThoseOfTheBillOfMaterials() throws IOException {
		assumeThat(BILL).exists();
		assertThat(documented()).containsExactlyEntriesOf(billed());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "GPL-3.0-only", "AGPL-3.0-or-later or SSPL-1.0", "Broadcom Foundation License" })
	void noticesALicenceThatNobodyChose(String licences) {
		assertThat(isFree("org.example:new", licences)).isFalse();
	}

	private static boolean isFree(String library, String licences) {
		return READ_IN_THE_JAR.contains(library) || Arrays.stream(licences.split(" or ")).anyMatch(ALLOWED::contains);
	}

	private static Map<String, String> documented() throws IOException {
		return ROW.matcher(Files.readString(PAGE))
			.results()
			.collect(Collectors.toMap((row) -> row.group(1), (row) -> row.group(2), (one, other) -> one, TreeMap::new));
	}

	/** By group and name, the licences that the library names. */
	private static Map<String, String> billed() throws IOException {
		JsonNode bill = JsonMapper.shared().readTree(Files.readString(BILL));
		Map<String, String> libraries = new TreeMap<>();
		for (JsonNode library : bill.path("components")) {
			libraries.put(library.path("group").asString() + ":" + library.path("name").asString(),
					library.path("licenses")
						.valueStream()
						.map(LicencesTests::name)
						.collect(Collectors.joining(" or ")));
		}
		return libraries;
	}

	private static String name(JsonNode choice) {
		JsonNode licence = choice.path("license");
		return choice.path("expression").asString(licence.path("id").asString(licence.path("name").asString("")));
	}

}
