package org.pingyi.rules.scheme.check;

import java.util.Locale;
import java.util.ResourceBundle;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.pingyi.rules.scheme.SchemeRefused.Fault;
import org.pingyi.rules.scheme.format.BuiltIn;
import org.pingyi.rules.scheme.format.SchemeFile;

import static org.assertj.core.api.Assertions.assertThat;

/** What a scheme may not be frozen with. */
class ChecksTests {

	private static final String SCHEME = """
			{"format": "pingyi-scheme/2", "title": "办法",
			 "scales": [{"code": "five", "levels": [
			   {"code": 1, "name": "好", "points": 100}, {"code": 2, "name": "差", "points": 0}, {"code": 9, "name": "不了解", "noValue": true}]},
			   {"code": "marks", "maximum": 100}],
			 "questionnaires": [{"code": "form", "name": "问卷", "scale": "five", "items": [
			   {"code": "q1", "category": "总体", "text": "总体评价"}]}],
			 "raterClasses": [{"code": "citizen", "name": "市民"}],
			 "channels": [{"code": "ONLINE", "name": "网上", "door": "VOTE", "questionnaire": "form",
			   "raterClasses": ["citizen"], "treatments": [{"signal": "BURST", "effect": "SET_APART"}]}],
			 "adjustments": {
			   "bonuses": [{"code": "award", "name": "嘉奖", "points": 1}],
			   "deductions": [{"code": "delay", "name": "拖延", "points": 2}],
			   "vetoes": [{"code": "accident", "name": "事故", "grade": "poor"}],
			   "causes": [{"code": "own", "name": "本单位", "factor": 1}]},
			 "trees": [
			   {"name": "有窗口", "groups": ["*"], "traits": ["WINDOW"], "root":
			     {"kind": "pointsSum", "code": "windows", "name": "总分", "parts": [
			       {"kind": "weightedSum", "code": "only", "name": "基本分", "parts": [
			         {"weight": 100, "kind": "constant", "code": "fixed", "name": "固定", "value": 60}]},
			       {"kind": "ledger", "code": "plus", "name": "加分", "rules": ["award"], "cap": 3}]}},
			   {"name": "其他", "groups": ["*"], "root":
			     {"kind": "pointsSum", "code": "total", "name": "总分", "parts": [
			       {"kind": "weightedSum", "code": "base", "name": "基本分", "parts": [
			         {"weight": 40, "kind": "weightedSum", "code": "public", "name": "公众", "total": 40, "parts": [
			           {"weight": 40, "kind": "ballotPoints", "code": "online", "name": "网上", "channel": "ONLINE", "minimum": 5}]},
			         {"weight": 60, "kind": "figure", "code": "check", "name": "检查", "key": "check"}]},
			       {"kind": "ledger", "code": "minus", "name": "扣分", "rules": ["delay"]}]}}],
			 "ranking": {"places": 2, "ties": "DENSE", "grades": [
			   {"code": "good", "name": "好"}, {"code": "fair", "name": "中"}, {"code": "poor", "name": "差"}],
			   "gradeRules": [{"grade": "good", "from": 80, "quota": {"share": 30}}, {"grade": "fair", "from": 60},
			   {"grade": "poor"}]}}
			""";

	@ParameterizedTest
	@ValueSource(strings = { "m01-founding-city", "regions-12" })
	void findNothingInWhatShips(String code) {
		assertThat(Checks.faults(SchemeFile.read(BuiltIn.document(code).orElseThrow()))).isEmpty();
	}

	@Test
	void findNothingInASoundScheme() {
		assertThat(Checks.faults(SchemeFile.read(SCHEME))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
							"weight": 60, | "weight": 59.5,  | trees[1].root.parts[0].parts | weights | 99.5 ≠ 100
							"weight": 60, | "weight": 0,     | trees[1].root.parts[0].parts[1].weight | positive | 0
							"weight": 60, | "weight": 60, "mostWeight": 59, | trees[1].root.parts[0].parts[1].mostWeight | most | 59
					"total": 40   | "total": 50      | trees[1].root.parts[0].parts[0].total | nestedTotal | 50 ≠ 40
							"code": "five" | "code": "f ve"  | scales[0].code | code | f ve
							"code": "marks" | "code": "five" | scales[1].code | twice | five
							"code": 9     | "code": 2        | scales[0].levels[2].code | twice | 2
							"code": 9     | "code": 100      | scales[0].levels[2].code | levelCode | 100
							"points": 100 | "points": 100.5  | scales[0].levels[0].points | levelPoints | 100.5
							"maximum": 100 | "maximum": 101  | scales[1].maximum | maximum | 101
							"scale": "five" | "scale": "six" | questionnaires[0].scale | unknownScale | six
							{"code": "q1", "category": "总体", "text": "总体评价"} | `` | questionnaires[0].items | items | 0
							"总体评价"}   | "总体评价", "weight": 0} | questionnaires[0].items[0].weight | positive | 0
							"questionnaire": "form" | "questionnaire": "farm" | channels[0].questionnaire | unknownQuestionnaire | farm
							["citizen"]   | []               | channels[0].raterClasses | nobody | ONLINE
							["citizen"]   | ["visitor"]      | channels[0].raterClasses[0] | unknownRaterClass | visitor
							"minimum": 5  | "minimum": 0     | trees[1].root.parts[0].parts[0].parts[0].minimum | minimum | 0
							"minimum": 5  | "items": ["q2"]  | trees[1].root.parts[0].parts[0].parts[0].items[0] | unknownItem | q2
							"minimum": 5  | "raterClasses": ["x"] | trees[1].root.parts[0].parts[0].parts[0].raterClasses[0] | unknownRaterClass | x
							"minimum": 5  | "places": 11     | trees[1].root.parts[0].parts[0].parts[0].places | places | 11
							"channel": "ONLINE" | "channel": "LINE" | trees[1].root.parts[0].parts[0].parts[0].channel | unknownChannel | LINE
							"points": 2   | "points": 0      | adjustments.deductions[0].points | positive | 0
							"SET_APART"}  | "SET_APART"}, {"signal": "BURST", "effect": "COUNT"} | channels[0].treatments[1].signal | signalTwice | BURST
							"SET_APART"   | "WEIGH_LESS"     | channels[0].treatments[0].weight | noShare | null
							"SET_APART"   | "SET_APART", "weight": 0.5 | channels[0].treatments[0].weight | shareUnused | 0.5
							"SET_APART"   | "COUNT", "weight": 0.5 | channels[0].treatments[0].weight | shareUnused | 0.5
							"SET_APART"   | "WEIGH_LESS", "weight": 1 | channels[0].treatments[0].weight | ballotShare | 1
							"SET_APART"   | "WEIGH_LESS", "weight": 0 | channels[0].treatments[0].weight | ballotShare | 0
							"SET_APART"   | "WEIGH_LESS", "weight": 0.33333 | channels[0].treatments[0].weight | ballotShare | 0.33333
							"factor": 1   | "factor": 1.1    | adjustments.causes[0].factor | factor | 1.1
							"grade": "poor" | "grade": "bad" | adjustments.vetoes[0].grade | unknownGrade | bad
							"code": "delay" | "code": "award" | adjustments | twice | award
							["award"]     | ["award", "delay"] | trees[0].root.parts[1].rules | ledgerMixed | plus
							["award"]     | ["award", "award"] | trees[0].root.parts[1].rules[1] | ruleTwice | award
							["award"]     | ["prize"]        | trees[0].root.parts[1].rules[0] | unknownRule | prize
							["award"]     | []               | adjustments.bonuses[0].code | ruleNowhere | award
							"cap": 3      | "cap": 0         | trees[0].root.parts[1].cap | positive | 0
							"cap": 3      | "traits": ["AWARDS"] | trees[0].root.parts[1].missing | sharesOutPoints | plus
							"code": "windows" | "code": "check" | trees[1].root.parts[0].parts[1].code | otherKind | check
							"code": "online" | "code": "base" | trees[1].root.parts[0].parts[0].parts[0].code | twice | base
							"traits": ["WINDOW"], | ``       | trees[1] | treeUnreachable | *
							"name": "其他", "groups": ["*"] | "name": "其他", "groups": ["party"] | trees | uncovered | *
							"name": "其他", "groups": ["*"] | "name": "其他" | trees[1].groups | noGroup | ``
							"from": 60},  | "from": 60}, {"grade": "fair", "from": 70}, | ranking.gradeRules[2] | ruleUnreachable | fair
							, "from": 60    | ``               | ranking.gradeRules[2] | ruleUnreachable | poor
							{"grade": "poor"} | {"grade": "poor", "from": 30} | ranking.gradeRules | gradeGap | 29
							"share": 30   | "share": 130     | ranking.gradeRules[0].quota.share | share | 130
							"places": 2   | "places": 7      | ranking.places | places | 7
							""")
	void nameThePlaceAndTheValue(String part, String instead, String place, String key, String value) {
		assertThat(SCHEME).contains(part);
		String faulty = SCHEME.replace(part, instead);
		assertThat(Checks.faults(SchemeFile.read(faulty))).contains(new Fault(place, "scheme.check." + key, value));
		assertThat(ResourceBundle.getBundle("messages/scheme", Locale.ROOT).containsKey("scheme.check." + key))
			.isTrue();
	}

	@Test
	void refuseCodesThatContainEachOther() {
		String faulty = SCHEME.replace("\"code\": \"only\"", "\"code\": \"total\"")
			.replace("\"code\": \"windows\"", "\"code\": \"base\"")
			.replace(
					"\"kind\": \"weightedSum\", \"code\": \"total\", \"name\": \"基本分\", \"parts\": [\n"
							+ "         {\"weight\": 100, \"kind\": \"constant\"",
					"\"kind\": \"pointsSum\", \"code\": \"total\", "
							+ "\"name\": \"基本分\", \"parts\": [\n         {\"kind\": \"constant\"");
		assertThat(Checks.faults(SchemeFile.read(faulty))).extracting(Fault::key).contains("scheme.check.codeLoop");
	}

	@Test
	void refuseASchemeWithoutTrees() {
		String empty = "{\"format\": \"pingyi-scheme/1\", \"title\": \"办法\", \"ranking\": {\"places\": 2, \"ties\": \"DENSE\"}}";
		assertThat(Checks.faults(SchemeFile.read(empty)))
			.containsExactly(new Fault("trees", "scheme.check.noTree", ""));
	}

	@Test
	void nameAllFaultsAtOnce() {
		String faulty = SCHEME.replace("\"weight\": 60,", "\"weight\": 59,")
			.replace("{\"grade\": \"poor\"}", "{\"grade\": \"poor\", \"from\": 1}");
		assertThat(Checks.faults(SchemeFile.read(faulty))).hasSize(2);
	}

}
