package org.pingyi.rules.scheme.format;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.pingyi.rules.scheme.VectorSamples;
import org.pingyi.rules.scheme.check.Checks;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.Text;

import static org.assertj.core.api.Assertions.assertThat;

/** Every method that ships can be frozen as it is and says where it comes from. */
class BuiltInTests {

	static List<String> codes() {
		return BuiltIn.codes();
	}

	@Test
	void areOfferedByTheirCodes() {
		List<String> numbered = codes().stream().filter((code) -> code.matches("m\\d.*")).toList();
		assertThat(numbered).isSorted().hasSize(19);
		assertThat(codes()).startsWith(numbered.toArray(String[]::new));
		assertThat(BuiltIn.methods()).extracting((method) -> method.title().in(Locale.ENGLISH)).doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@MethodSource("codes")
	void canBeFrozen(String code) {
		assertThat(Checks.faults(VectorSamples.rules(code))).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("codes")
	void writeWhatTheyReadAndReadItBack(String code) {
		Rules rules = VectorSamples.rules(code);
		String written = SchemeFile.write(rules);
		assertThat(SchemeFile.read(written)).isEqualTo(rules);
		assertThat(SchemeFile.write(SchemeFile.read(written))).isEqualTo(written);
	}

	@ParameterizedTest
	@MethodSource("codes")
	void sayWhereTheyComeFromAndWhatWasChosen(String code) {
		Rules rules = VectorSamples.rules(code);
		assertThat(rules.source()).isNotBlank();
		assertThat(rules.notes()).isNotEmpty().extracting(Text::en).allSatisfy((note) -> assertThat(note).isNotBlank());
	}

	/** Every text, wherever it stands, is an object with both languages. */
	@ParameterizedTest
	@MethodSource("codes")
	void speakBothLanguages(String code) {
		JsonNode document = JsonMapper.shared().readTree(VectorSamples.document(code));
		assertThat(texts(document)).isNotEmpty().allSatisfy((text) -> {
			assertThat(text.path("zh").asString("")).isNotBlank();
			assertThat(text.path("en").asString("")).isNotBlank().doesNotContainPattern("\\p{IsHan}");
		});
	}

	private static Stream<JsonNode> texts(JsonNode json) {
		Stream<JsonNode> own = json.propertyStream()
			.filter((property) -> List.of("title", "name", "text", "category", "of").contains(property.getKey()))
			.map(Map.Entry::getValue);
		return Stream.concat(own, json.valueStream().flatMap(BuiltInTests::texts));
	}

}
