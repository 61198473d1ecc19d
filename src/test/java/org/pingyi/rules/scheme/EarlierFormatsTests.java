package org.pingyi.rules.scheme;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.pingyi.rules.scheme.check.Checks;
import org.pingyi.rules.scheme.format.BuiltIn;
import org.pingyi.rules.scheme.format.SchemeFile;
import org.pingyi.rules.scoring.Level;
import org.pingyi.rules.scoring.Rules;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/** What was frozen in an earlier format of the scheme file is read for good. */
class EarlierFormatsTests {

	@ParameterizedTest
	@ValueSource(strings = { "pingyi-scheme-1-founding-city", "pingyi-scheme-1-regions" })
	void areReadAndSound(String sample) {
		Rules rules = SchemeFile.read(stored(sample));
		assertThat(Checks.faults(rules)).isEmpty();
		assertThat(SchemeFile.read(SchemeFile.write(rules))).isEqualTo(rules);
	}

	@Test
	void meanTheSameAsTheFilesThatReplacedThem() {
		Rules first = SchemeFile.read(stored("pingyi-scheme-1-founding-city"));
		Rules second = SchemeFile.read(BuiltIn.document("m01-founding-city").orElseThrow());
		assertThat(first.ranking()).isEqualTo(second.ranking());
		assertThat(first.scales()).isEqualTo(second.scales());
		assertThat(first.scales().getFirst().levels()).filteredOn(Level::noValue)
			.extracting(Level::code)
			.isEqualTo(List.of(9));
	}

	private static String stored(String sample) {
		try {
			return new ClassPathResource("scheme/formats/" + sample + ".json")
				.getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
