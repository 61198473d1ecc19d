package org.pingyi.rules.scoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A signal is known wherever its name stands in something that the compiler does not
 * read.
 */
class SignalPlacesTests {

	@ParameterizedTest
	@EnumSource
	void standsInEveryPlace(Signal signal) throws IOException {
		assertThat(read("src/main/resources/messages/scoring.properties")).contains("scoring.signal." + signal + "=");
		assertThat(read("src/main/resources/messages/scoring_en.properties"))
			.contains("scoring.signal." + signal + "=");
		assertThat(read("src/main/resources/scheme/pingyi-scheme-2.schema.json")).contains('"' + signal.name() + '"');
		assertThat(read("src/main/java/org/pingyi/verify/rules/Treatment.java")).contains('"' + signal.name() + '"');
		assertThat(read("src/docs/scheme-format.md")).contains('`' + signal.name() + '`');
		assertThat(read("src/docs/audit-files.md")).contains(signal.bit() + " `" + signal.name() + '`');
	}

	private static String read(String path) throws IOException {
		return Files.readString(Path.of(path));
	}

}
