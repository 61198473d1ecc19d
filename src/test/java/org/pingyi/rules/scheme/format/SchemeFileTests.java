package org.pingyi.rules.scheme.format;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.pingyi.rules.scheme.SchemeRefused;
import org.pingyi.rules.scheme.SchemeRefused.Fault;
import org.pingyi.rules.scoring.Rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The scheme file format: what it takes in, and how it names what it does not. */
class SchemeFileTests {

	private static final String SMALL = """
			{"format": "pingyi-scheme/1", "title": "小办法", "trees": [{"name": "全部", "groups": ["*"],
			 "root": {"kind": "weightedSum", "code": "total", "name": "总分", "parts": [
			   {"weight": 100, "kind": "figure", "code": "mark", "name": "分数", "key": "mark"}]}}],
			 "ranking": {"places": 2, "ties": "COMPETITION"}}
			""";

	@ParameterizedTest
	@ValueSource(strings = { "m01-founding-city", "regions-12" })
	void writesWhatItReadAndReadsItBack(String code) {
		Rules rules = SchemeFile.read(BuiltIn.document(code).orElseThrow());
		String written = SchemeFile.write(rules);
		assertThat(SchemeFile.read(written)).isEqualTo(rules);
		assertThat(SchemeFile.write(SchemeFile.read(written))).isEqualTo(written);
	}

	@Test
	void digestsTheBytes() {
		assertThat(SchemeFile.digest("abc"))
			.isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
		assertThat("考评".getBytes(StandardCharsets.UTF_8)).hasSize(6);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			"weight": 100 | "weight": "100"        | trees[0].root.parts[0].weight | scheme.file.number
			"weight": 100 | "weight": 1e99         | trees[0].root.parts[0].weight | scheme.file.number
			"weight": 100 | "wieght": 100          | trees[0].root.parts[0].wieght | scheme.file.unknown
			"weight": 100, | ``                    | trees[0].root.parts[0].weight | scheme.file.required
			"figure"      | "figment"              | trees[0].root.parts[0].kind   | scheme.file.kind
			"COMPETITION" | "COMPETING"            | ranking.ties                  | scheme.file.word
			"places": 2   | "places": 2.5          | ranking.places                | scheme.file.whole
			["*"]         | "*"                    | trees[0].groups               | scheme.file.array
			"小办法"      | 7                      | title                         | scheme.file.object
			"小办法"      | {"en": "Small"}        | title.zh                      | scheme.file.required
			scheme/1      | scheme/9               | format                        | scheme.file.format
			"ranking":    | "title": "x", "ranking": | 4:9                         | scheme.file.syntax
			""")
	void namesThePlaceAndTheFault(String part, String instead, String place, String key) {
		assertThatExceptionOfType(SchemeRefused.class).isThrownBy(() -> SchemeFile.read(SMALL.replace(part, instead)))
			.satisfies((refused) -> assertThat(refused.faults()).extracting(Fault::place, Fault::key)
				.contains(org.assertj.core.groups.Tuple.tuple(place, key)));
	}

	@Test
	void namesAllFaultsAtOnce() {
		String faulty = SMALL.replace("\"weight\": 100", "\"weight\": true").replace("\"places\": 2", "\"places\": []");
		assertThatExceptionOfType(SchemeRefused.class).isThrownBy(() -> SchemeFile.read(faulty))
			.satisfies((refused) -> assertThat(refused.faults()).hasSize(2));
	}

	@Test
	void showsNoMoreFaultsThanAnybodyMends() {
		String faulty = SMALL.replace("[\"*\"]", "[" + "1,".repeat(5000) + "1]");
		assertThatExceptionOfType(SchemeRefused.class).isThrownBy(() -> SchemeFile.read(faulty))
			.satisfies((refused) -> assertThat(refused.faults()).hasSize(200))
			.satisfies((refused) -> assertThat(refused.arguments()).containsExactly(5001));
	}

	@Test
	void refusesWhatIsNoJson() {
		assertThatExceptionOfType(SchemeRefused.class).isThrownBy(() -> SchemeFile.read("[" + "[".repeat(5000)));
		assertThatExceptionOfType(SchemeRefused.class).isThrownBy(() -> SchemeFile.read(""));
		assertThatExceptionOfType(SchemeRefused.class).isThrownBy(() -> SchemeFile.read("[1]"));
	}

}
