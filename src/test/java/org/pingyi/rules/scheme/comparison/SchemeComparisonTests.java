package org.pingyi.rules.scheme.comparison;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.pingyi.rules.scheme.comparison.SchemeComparison.Change;
import org.pingyi.rules.scheme.comparison.SchemeComparison.Portion;
import org.pingyi.rules.scheme.format.BuiltIn;
import org.pingyi.rules.scheme.format.SchemeFile;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.Text;

import static org.assertj.core.api.Assertions.assertThat;

/** What differs between two contents of a scheme is found, named and counted. */
class SchemeComparisonTests {

	private static final String SMALL = """
			{"format": "pingyi-scheme/2", "title": "示例办法",
			"scales": [{"code": "three", "levels": [
			  {"code": 1, "name": "满意", "points": 100, "satisfied": true},
			  {"code": 2, "name": "不满意", "points": 0, "negative": true},
			  {"code": 9, "name": "不了解", "noValue": true}]}],
			"questionnaires": [{"code": "form", "name": "问卷", "scale": "three", "items": [
			  {"code": "q1", "category": "总体", "text": "总体评价"}, {"code": "q2", "category": "总体", "text": "办事速度"}]}],
			"raterClasses": [{"code": "citizen", "name": "市民"}, {"code": "firm", "name": "企业"}],
			"channels": [{"code": "ONLINE", "name": "网上评议", "door": "VOTE", "questionnaire": "form", "raterClasses": ["citizen", "firm"]}],
			"adjustments": {"deductions": [{"code": "complaint", "name": "有责投诉", "points": 1}, {"code": "late", "name": "逾期", "points": 2}]},
			"trees": [{"name": "全部单位", "groups": ["*"], "root":
			  {"kind": "pointsSum", "code": "total", "name": "总分", "parts": [
			    {"kind": "weightedSum", "code": "base", "name": "基本分", "parts": [
			      {"weight": 60, "kind": "weightedSum", "code": "public", "name": "公众评议", "parts": [
			        {"weight": 50, "kind": "ballotPoints", "code": "online", "name": "网上评议", "channel": "ONLINE", "trim": {"drop": 1}},
			        {"weight": 50, "kind": "ballotRate", "code": "rate", "name": "满意率", "channel": "ONLINE", "levels": [1]}]},
			      {"weight": 40, "kind": "figure", "code": "check", "name": "检查", "key": "check"}]},
			    {"kind": "ledger", "code": "off", "name": "扣分", "missing": "ZERO", "rules": ["complaint", "late"], "cap": 5}]}}],
			"ranking": {"places": 2, "ties": "COMPETITION",
			  "grades": [{"code": "good", "name": "良好"}, {"code": "fair", "name": "合格"}, {"code": "poor", "name": "不合格"}],
			  "gradeRules": [{"grade": "good", "from": 80, "quota": {"share": 40}}, {"grade": "fair", "from": 60}, {"grade": "poor"}]}}
			""";

	@Test
	void findsNothingBetweenTheSameContents() {
		assertThat(compared(SMALL, SMALL)).isEmpty();
		assertThat(SchemeComparison.of(read(SMALL), read(SMALL)).isEmpty()).isTrue();
	}

	@Test
	void takesFiguresByTheirValue() {
		assertThat(compared(SMALL, SMALL.replace("\"points\": 2", "\"points\": 2.0"))).isEmpty();
	}

	/** One edit each; both ways round. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					"title": "示例办法"               | "title": "新办法"                    | CHANGED title: Rules.title 示例办法 → 新办法
					"points": 0,                     | "points": 20,                       | CHANGED scales[0].levels[1].points: three › 不满意 Level.points 0 → 20
					"points": 100, "satisfied": true | "points": 100                       | CHANGED scales[0].levels[0].satisfied: three › 满意 Level.satisfied true → false
					"text": "办事速度"                | "text": "办理速度"                   | CHANGED questionnaires[0].items[1].text: 问卷 › 办理速度 Item.text 办事速度 → 办理速度
					"door": "VOTE"                   | "door": "KIOSK"                     | CHANGED channels[0].door: 网上评议 Channel.door VOTE → KIOSK
					"name": "逾期", "points": 2       | "name": "逾期", "points": 2, "most": 4 | ADDED adjustments.deductions[1].most: adjustments › 逾期 Deduction.most null → 4
					"cap": 5                         | "cap": 8                            | CHANGED trees[0].root.parts[1].cap: 全部单位 › 总分 › 扣分 Ledger.cap 5 → 8
					"rules": ["complaint", "late"]   | "rules": ["complaint"]              | REMOVED trees[0].root.parts[1].rules[1]: 全部单位 › 总分 › 扣分 Ledger.rules late → null
					"share": 40                      | "share": 30                         | CHANGED ranking.gradeRules[0].quota.share: ranking › gradeRules 1 › quota Quota.share 40 → 30
					"from": 60                       | "above": 60                         | REMOVED ranking.gradeRules[1].from: ranking › gradeRules 2 Range.from 60 → null; ADDED ranking.gradeRules[1].above: ranking › gradeRules 2 Range.above null → 60
					"places": 2                      | "places": 3                         | CHANGED ranking.places: ranking Ranking.places 2 → 3
					"trim": {"drop": 1}              | "trim": {"drop": 2}                 | CHANGED trees[0].root.parts[0].parts[0].parts[0].trim.drop: 全部单位 › 总分 › 基本分 › 公众评议 › 网上评议 › trim Trim.drop 1 → 2
					""")
	void tellsOneEdit(String written, String edited, String told) {
		assertThat(compared(SMALL, SMALL.replace(written, edited))).isEqualTo(told);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					, {"code": "firm", "name": "企业"}                    |  | REMOVED raterClasses[1]: 企业 Rules.raterClasses
					, {"code": "late", "name": "逾期", "points": 2}       |  | REMOVED adjustments.deductions[1]: adjustments › 逾期 AdjustmentRules.deductions
					, {"grade": "fair", "from": 60}                      |  | REMOVED ranking.gradeRules[1]: ranking › gradeRules 2 Ranking.gradeRules
					, "trim": {"drop": 1}                                |  | REMOVED trees[0].root.parts[0].parts[0].parts[0].trim: 全部单位 › 总分 › 基本分 › 公众评议 › 网上评议 BallotPoints.trim
					""")
	void tellsWhatWasRemovedAndTheOtherWayRoundWhatWasAdded(String written, String edited, String told) {
		String without = SMALL.replace(written, (edited != null) ? edited : "");
		assertThat(compared(SMALL, without)).startsWith(told);
		assertThat(compared(without, SMALL)).startsWith(told.replace("REMOVED", "ADDED"));
	}

	@Test
	void tellsWhatMovedInAList() {
		assertThat(compared(SMALL, SMALL.replace("[\"citizen\", \"firm\"]", "[\"firm\", \"citizen\"]")))
			.isEqualTo("MOVED channels[0].raterClasses[1]: 网上评议 Channel.raterClasses 1 → 2");
		String swapped = SMALL.replace("\"q1\", \"category\": \"总体\", \"text\": \"总体评价\"", "\"q9\", X")
			.replace("\"q2\", \"category\": \"总体\", \"text\": \"办事速度\"",
					"\"q1\", \"category\": \"总体\", \"text\": \"总体评价\"")
			.replace("\"q9\", X", "\"q2\", \"category\": \"总体\", \"text\": \"办事速度\"");
		assertThat(compared(SMALL, swapped))
			.isEqualTo("MOVED questionnaires[0].items[1]: 问卷 › 总体评价 Questionnaire.items 1 → 2");
	}

	@Test
	void tellsWhatAWeightBringsToTheTotal() {
		String edited = SMALL.replace("\"weight\": 60", "\"weight\": 50").replace("\"weight\": 40", "\"weight\": 50");
		List<Change> changes = SchemeComparison.of(read(SMALL), read(edited)).changes();
		assertThat(changes).extracting(Change::record, Change::property, (change) -> change.trail().getLast().name())
			.containsExactly(org.assertj.core.groups.Tuple.tuple("Weighted", "weight", text("公众评议")),
					org.assertj.core.groups.Tuple.tuple("Node", "portion", text("网上评议")),
					org.assertj.core.groups.Tuple.tuple("Node", "portion", text("满意率")),
					org.assertj.core.groups.Tuple.tuple("Weighted", "weight", text("检查")));
		assertThat(changes.get(0).portion()).isEqualTo(portion("60", "50"));
		assertThat(told(changes.get(1))).endsWith("30 → 25");
	}

	@Test
	void tellsThatANodeBelongsToAnotherPart() {
		String check = "{\"weight\": 40, \"kind\": \"figure\", \"code\": \"check\", \"name\": \"检查\", \"key\": \"check\"}";
		String edited = SMALL.replace("]},\n      " + check, ", " + check + "]}")
			.replace("\"levels\": [1]}, ", "\"levels\": [1]}, ");
		assertThat(compared(SMALL, edited)).contains("MOVED trees[0].root.parts[0].parts[0].parts[2]: "
				+ "全部单位 › 总分 › 基本分 › 公众评议 › 检查 Node.parts 基本分 → 公众评议");
	}

	@Test
	void tellsThatANodeIsOfAnotherKind() {
		String edited = SMALL.replace(
				"\"kind\": \"ballotRate\", \"code\": \"rate\", \"name\": \"满意率\", \"channel\": \"ONLINE\", \"levels\": [1]",
				"\"kind\": \"ballotPoints\", \"code\": \"rate\", \"name\": \"满意率\", \"channel\": \"ONLINE\"");
		assertThat(compared(SMALL, edited))
			.contains("Node.kind ballotRate → ballotPoints", "BallotRate.levels 1 → null")
			.doesNotContain("Sample.channel");
	}

	@Test
	void keepsOtherGradeRulesApartWhenOneIsPutBetween() {
		String edited = SMALL.replace("{\"grade\": \"fair\", \"from\": 60}",
				"{\"grade\": \"fair\", \"from\": 70}, {\"grade\": \"fair\", \"from\": 60}");
		assertThat(compared(SMALL, edited)).startsWith("ADDED ranking.gradeRules[1]: ranking › gradeRules 2")
			.doesNotContain(";");
	}

	@Test
	void findsThreeEditsInTheFoundingCitysMethod() {
		String written = BuiltIn.document("m01-founding-city").orElseThrow();
		String edited = written.replaceFirst("\"from\": 90", "\"from\": 88")
			.replaceFirst("\"refused\"|\"cap\": 3", "\"cap\": 4")
			.replace("机关作风建设考评办法", "机关作风建设考评办法（2027）");
		assertThat(compared(written, edited).split("; ")).containsExactly(
				"CHANGED title: Rules.title 机关作风建设考评办法 → 机关作风建设考评办法（2027）",
				"CHANGED trees[0].root.parts[1].cap: 垂直管理的窗口单位 › 总分 › 嘉奖加分 Ledger.cap 3 → 4",
				"CHANGED ranking.gradeRules[0].from: ranking › gradeRules 1 Range.from 90 → 88");
	}

	@Test
	void comparesDraftsThatAreNotSound() {
		String unsound = SMALL.replace("\"q2\"", "\"q1\"")
			.replace("\"questionnaire\": \"form\"", "\"questionnaire\": \"lost\"")
			.replace("\"code\": \"check\"", "\"code\": \"rate\"");
		assertThat(compared(SMALL, unsound)).contains("Channel.questionnaire form → lost");
		assertThat(compared(unsound, unsound)).isEmpty();
	}

	private static Rules read(String document) {
		return SchemeFile.read(document);
	}

	private static String compared(String before, String after) {
		return SchemeComparison.of(read(before), read(after))
			.changes()
			.stream()
			.map(SchemeComparisonTests::told)
			.collect(Collectors.joining("; "));
	}

	private static String told(Change change) {
		String trail = change.trail().stream().map(SchemeComparisonTests::step).collect(Collectors.joining(" › "));
		return change.kind() + " " + change.place() + ": " + (trail.isEmpty() ? "" : trail + " ") + change.record()
				+ "." + change.property() + " " + value(change.before()) + " → " + value(change.after());
	}

	private static String step(SchemeComparison.Step step) {
		return (step.name() != null) ? step.name().zh()
				: step.property() + ((step.number() > 0) ? " " + step.number() : "");
	}

	private static String value(Object value) {
		return (value instanceof Text text) ? text.zh() : String.valueOf(value);
	}

	private static Text text(String zh) {
		return new Text(zh, null);
	}

	private static Portion portion(String before, String after) {
		return new Portion(new java.math.BigDecimal(before), new java.math.BigDecimal(after));
	}

}
