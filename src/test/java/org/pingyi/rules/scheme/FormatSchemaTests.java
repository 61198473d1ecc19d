package org.pingyi.rules.scheme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.pingyi.rules.scheme.format.BuiltIn;
import org.pingyi.rules.scheme.format.FormatSchema;
import org.pingyi.rules.scheme.format.SchemeFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The JSON Schema that editors are given says what the reader takes, and no more. */
class FormatSchemaTests {

	private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
		.getSchema(BuiltIn.schema(), InputFormat.JSON);

	private static final String SMALL = """
			{"format": "pingyi-scheme/2", "title": "小办法", "trees": [{"name": "全部", "groups": ["*"],
			 "root": {"kind": "weightedSum", "code": "total", "name": "总分", "parts": [
			   {"weight": 100, "kind": "figure", "code": "mark", "name": "分数", "key": "mark", "places": 2}]}}],
			 "ranking": {"places": 2, "ties": "COMPETITION", "grades": [{"code": "all", "name": "合格"}],
			   "gradeRules": [{"grade": "all", "quota": {"end": "FIRST", "count": 3}}]}}
			""";

	static List<String> codes() {
		return BuiltIn.codes();
	}

	private static List<String> faults(String document) {
		return SCHEMA.validate(document, InputFormat.JSON)
			.stream()
			.map((fault) -> fault.getInstanceLocation() + " " + fault.getKeyword())
			.toList();
	}

	/** When the records have changed, the file under {@code target} is the new one. */
	@Test
	void isWhatTheRecordsSay() throws IOException {
		Files.createDirectories(Path.of("target"));
		Files.writeString(Path.of("target", BuiltIn.SCHEMA), FormatSchema.document());
		assertThat(BuiltIn.schema()).isEqualTo(FormatSchema.document());
	}

	@ParameterizedTest
	@MethodSource("codes")
	void takesEveryShippedFileAsItIsAndAsItIsFrozen(String code) {
		String document = VectorSamples.document(code);
		assertThat(faults(document)).isEmpty();
		assertThat(faults(SchemeFile.write(SchemeFile.read(document)))).isEmpty();
	}

	@Test
	void takesTheExampleOfThePage() throws IOException {
		String page = Files.readString(Path.of("src/docs/scheme-format.md"));
		assertThat(faults(page.substring(page.indexOf("```json") + 7, page.lastIndexOf("```")))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			"weight": 100    | "weight": "100"            | the weight is text
			"weight": 100    | "wieght": 100              | an unknown property and none that is needed
			"weight": 100, | ``                           | a part without weight
			"kind": "figure" | "kind": "figment"          | no such kind
			"key": "mark"    | "value": 5                 | the property of another kind
			"key": "mark"    | "key": "mark", "channel": "X" | a property too many
			"places": 2}     | "places": 2.5}             | decimals that are not whole
			"COMPETITION"    | "COMPETING"                | no such word
			"FIRST"          | "first"                    | no such word in a flat record
			["*"]            | "*"                        | a text in place of a list
			"小办法"         | " "                        | a blank title
			"小办法"         | {"en": "Small"}            | a title without Chinese
			"小办法"         | {"zh": "小", "fr": "petit"} | a language too many
			scheme/2         | scheme/9                   | another format
			"title": "小办法", | ``                       | no title
			""")
	void refusesWhatTheReaderRefuses(String part, String instead, String what) {
		String document = SMALL.replace(part, instead);
		assertThat(faults(SMALL)).isEmpty();
		assertThat(faults(document)).as(what).isNotEmpty();
		assertThatExceptionOfType(SchemeRefused.class).as(what).isThrownBy(() -> SchemeFile.read(document));
	}

}
