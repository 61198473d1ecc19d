package org.pingyi.rules.scheme.check;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.pingyi.rules.scheme.SchemeRefused.Fault;
import org.pingyi.rules.scheme.format.BuiltIn;
import org.pingyi.rules.scheme.format.SchemeFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What may be frozen and yet should be thought over. */
class WarningsTests {

	private static final String METHOD = BuiltIn.document("m01-founding-city").orElseThrow();

	private static List<Fault> warnings(String from, String to) {
		String changed = METHOD.replace(from, to);
		assertThat(changed).isNotEqualTo(METHOD);
		assertThat(Checks.faults(SchemeFile.read(changed))).isEmpty();
		return Warnings.of(SchemeFile.read(changed));
	}

	@Test
	void findsNothingInTheFoundingCitysMethod() {
		assertThat(Warnings.of(SchemeFile.read(METHOD))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			"levels": [4, 5], "most": 20 | cappedBad
			"levels": [1, 2], "least": 50 | forcedGood
			""")
	void warnsOfValidityThatLiftsTheScore(String share, String key) {
		assertThat(warnings("\"questionnaire\": \"online\",",
				"\"questionnaire\": \"online\", \"validity\": {\"shares\": [{" + share + "}]},"))
			.extracting(Fault::key)
			.contains("scheme.warn." + key);
	}

	@Test
	void warnsOfAnOpenChannelThatSetsNothingApart() {
		assertThat(warnings("\"SET_APART\"", "\"COUNT\"")).extracting(Fault::key, Fault::place)
			.containsExactly(tuple("scheme.warn.nothingApart", "channels[0].treatments"));
	}

	@Test
	void warnsOfSettingShortFormsApartForBeingAlike() {
		assertThat(warnings("\"TOO_FAST\"", "\"ALL_ALIKE\"")).extracting(Fault::key, Fault::place)
			.containsExactly(tuple("scheme.warn.alikeApart", "channels[0].treatments[1]"));
	}

	@Test
	void warnsOfSilenceThatCounts() {
		assertThat(warnings("\"channel\": \"ONLINE\",", "\"channel\": \"ONLINE\", \"silence\": 2,"))
			.extracting(Fault::key)
			.containsOnly("scheme.warn.silence");
	}

	@Test
	void warnsOfAMinimumThatIsNeverShown() {
		assertThat(warnings("\"minimum\": 10", "\"minimum\": 9")).isNotEmpty()
			.allMatch((warning) -> warning.key().equals("scheme.warn.hidden") && warning.place().endsWith(".minimum"));
		assertThat(warnings("\"minimum\": 5", "\"minimum\": 4")).extracting(Fault::value).containsOnly("5");
	}

	@Test
	void warnsOfATextThatNobodyWrote() {
		assertThat(warnings("依法行政，办事公道", SchemeFile.PLACEHOLDER)).extracting(Fault::place)
			.containsExactly("questionnaires[0].items[0].text.zh");
	}

	@Test
	void warnsOfAnOnlineVoteThatDecidesAndOfABonusWithoutCap() {
		String open = METHOD.replaceAll("\"cap\": 3,?", "").replaceAll(",(\\s*})", "$1");
		assertThat(Warnings.of(SchemeFile.read(open))).extracting(Fault::key).containsOnly("scheme.warn.openBonus");
		String online = METHOD.replace("\"door\": \"REVIEW\"", "\"door\": \"VOTE\"");
		assertThat(Warnings.of(SchemeFile.read(online))).extracting(Fault::key).contains("scheme.warn.clicked");
	}

	@Test
	void warnsOfAChannelThatNothingCounts() {
		String more = METHOD.replace("\"channels\": [", """
				"channels": [{"code": "MORE", "name": "意见箱", "door": "VOTE", "questionnaire": "online",
				"raterClasses": ["citizen"]},""");
		assertThat(Warnings.of(SchemeFile.read(more))).extracting(Fault::place).containsExactly("channels[0]");
	}

}
