package org.pingyi.rules.scheme.format;

import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.pingyi.rules.scheme.SchemeRefused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Whatever scheme file is taken in, it is read or refused with the place. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostileSchemeTests {

	private static final String SMALL = """
			{"format": "pingyi-scheme/1", "title": "小办法", "trees": [{"name": "全部", "groups": ["*"],
			 "root": {"kind": "weightedSum", "code": "total", "name": "总分", "parts": [
			   {"weight": 100, "kind": "figure", "code": "mark", "name": "分数", "key": "mark"}]}}],
			 "ranking": {"places": 2, "ties": "COMPETITION"}}
			""";

	static Stream<String> documents() {
		return Stream.of("[".repeat(1_000_000), "{\"a\":".repeat(1_000_000), "{\"a\":" + "9".repeat(1_000_000) + "}",
				"[" + "{},".repeat(300_000) + "1]", "{\"a\":1,\"a\":2}", "\u0000", "{\"\u0000\":1}", "{\"a\":\"", "NaN",
				"{\"a\":0x1}", "{}{}", "\uFEFF{}", "\"" + "x".repeat(1_000_000),
				SMALL.replace("[\"*\"]", "[" + "1,".repeat(400_000) + "1]"),
				"{" + Stream.iterate(0, (number) -> number + 1)
					.limit(60_000)
					.map((number) -> "\"n" + number + "\":1,")
					.reduce(new StringBuilder(), StringBuilder::append, StringBuilder::append) + "\"z\":1}");
	}

	@ParameterizedTest(name = "{index}")
	@MethodSource("documents")
	void refuses(String document) {
		assertThatExceptionOfType(SchemeRefused.class).isThrownBy(() -> SchemeFile.read(document));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "1e999999999", "-1e999999999", "1e-999999999", "1E400", "99999999999999999999999999", "1e-11" })
	void refusesHugeNumbersAtTheirPlaces(String number) {
		refusesAt("\"weight\": 100", "\"weight\": " + number, "trees[0].root.parts[0].weight", "scheme.file.number");
		refusesAt("\"places\": 2", "\"places\": " + number, "ranking.places", "scheme.file.whole");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\\u0000", "\\ud800", "\\udc00\\ud800", "\\uffff", "\\u202e", "\\u0007" })
	void refusesWhatIsNoTextAtItsPlace(String escape) {
		refusesAt("小办法", "小" + escape + "办法", "title", "scheme.file.string");
		refusesAt("\"key\": \"mark\"", "\"key\": \"mark" + escape + "\"", "trees[0].root.parts[0].key",
				"scheme.file.string");
	}

	/** The control: the document itself is read, and so is a character of two halves. */
	@Test
	void readsTheHonestOne() {
		assertThat(SchemeFile.read(SMALL.replace("小办法", "\\ud842\\udfb7")).title().zh()).isEqualTo("𠮷");
	}

	private static void refusesAt(String part, String instead, String place, String key) {
		assertThatExceptionOfType(SchemeRefused.class).isThrownBy(() -> SchemeFile.read(SMALL.replace(part, instead)))
			.satisfies((refused) -> assertThat(refused.faults()).as(instead)
				.anySatisfy((fault) -> assertThat(fault.place() + " " + fault.key()).isEqualTo(place + " " + key)));
	}

}
