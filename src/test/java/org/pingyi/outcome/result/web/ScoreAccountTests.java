package org.pingyi.outcome.result.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.base.unit.Unit;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.intake.ballot.BallotSamples;
import org.pingyi.intake.ballot.Ballots;
import org.pingyi.intake.ballot.Submission;
import org.pingyi.outcome.result.Card;
import org.pingyi.outcome.result.ResultSamples;
import org.pingyi.outcome.result.Results;
import org.pingyi.outcome.result.narrative.Narrative;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;
import org.pingyi.rules.scheme.SchemeSamples;
import org.pingyi.rules.scheme.Schemes;

import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** Each page of a scorecard says in words as much as its reader may know. */
@PingyiTest
class ScoreAccountTests {

	private final MockMvcTester mvc;

	private final Results results;

	private final ResultSamples samples;

	private final CycleSamples cycles;

	private final UnitSamples units;

	private final BallotSamples ballots;

	private final Ballots store;

	private final SchemeSamples schemeSamples;

	private final Schemes schemes;

	private final Narrative narrative;

	ScoreAccountTests(MockMvcTester mvc, Results results, ResultSamples samples, CycleSamples cycles, UnitSamples units,
			BallotSamples ballots, Ballots store, SchemeSamples schemeSamples, Schemes schemes, Narrative narrative) {
		this.mvc = mvc;
		this.results = results;
		this.samples = samples;
		this.cycles = cycles;
		this.units = units;
		this.ballots = ballots;
		this.store = store;
		this.schemeSamples = schemeSamples;
		this.schemes = schemes;
		this.narrative = narrative;
	}

	/** The Police Bureau is ahead by the seventh item at the windows. */
	private Cycle windows() {
		Cycle cycle = this.cycles.opened();
		vote(cycle, (unit) -> this.ballots.vote(cycle.id(), "SUPERIOR", unit.id(), 5, 2));
		for (int ballot = 0; ballot < 12; ballot++) {
			this.store.submit(onceBad(this.ballots.submission(cycle.id(), "WINDOW", this.units.waterBureau().id(), 1)));
		}
		this.ballots.vote(cycle.id(), "WINDOW", this.units.policeBureau().id(), 12, 1);
		Cycle closed = this.cycles.close(cycle);
		this.samples.count(closed);
		this.samples.notice(closed);
		return closed;
	}

	/** The same form with the worst answer to its seventh item. */
	private static Submission onceBad(Submission form) {
		Map<String, Integer> answers = new HashMap<>(form.answers());
		answers.put("w07", 5);
		return new Submission(form.cycle(), form.channel(), form.unit(), form.raterClass(), form.right(),
				form.idempotencyKey(), answers, "", false);
	}

	@Test
	void tellsTheOfficeWhichLinesAndItemsPartTwoUnits() {
		windows();
		assertThat(office("/desk/results/2026/SWJ")).hasStatusOk()
			.bodyText()
			.contains("得分说明", "在窗口服务部门参加排名的 2 个单位中列第二位", "公安局（第一位）", "“窗口评议”少 ", "（主要是第 7 题“环境整洁、有序”少 ", "各题内容（13 题）",
					"计入总分")
			.doesNotContain("??");
		assertThat(office("/desk/results/2026/SWJ?lang=en")).hasStatusOk()
			.bodyText()
			.contains("came second of the 2 units ranked", " under 公安局 (first)", "from “Window questionnaire” (",
					"from item 7, “Clean and orderly”")
			.doesNotContain("??");
		assertThat(office("/desk/results/2026/GAJ")).bodyText().contains("列第一位", "与其后的水务局（第二位）相比，多 ");
	}

	@Test
	void speaksOfNoOtherUnitBeforeThePublication() {
		Cycle cycle = windows();
		assertThat(liaison()).hasStatusOk()
			.bodyText()
			.contains("得分说明", "参加排名的 2 个单位中列第二位", "各题内容（13 题）")
			.doesNotContain("公安局", "相比", "计入总分");
		this.samples.publish(cycle);
		assertThat(liaison()).hasStatusOk().bodyText().contains("公安局（第一位）", "“窗口评议”少 ").doesNotContain("主要是", "计入总分");
		assertThat(this.mvc.get().uri("/results/2026/SWJ")).hasStatusOk()
			.bodyText()
			.contains("公安局（第一位）", "“窗口评议”少 ", "各题内容（13 题）")
			.doesNotContain("主要是", "计入总分", "??");
		assertThat(this.mvc.get().uri("/results/2026/SWJ?lang=en")).bodyText()
			.contains("from “Window questionnaire”")
			.doesNotContain("from item", "??");
	}

	@Test
	void givesNoLineAsAReasonThatRestsOnTooFew() {
		Cycle cycle = this.cycles.opened();
		for (Unit unit : this.units.city()) {
			this.ballots.vote(cycle.id(), "ONLINE", unit.id(), 12, 2);
			this.ballots.vote(cycle.id(), "GRASSROOTS", unit.id(), 6, 2);
			this.ballots.vote(cycle.id(), "INSPECTION", unit.id(), 1, 900);
			this.ballots.vote(cycle.id(), "LEADER", unit.id(), unit.code().equals("SWJ") ? 4 : 5, 1);
			this.ballots.vote(cycle.id(), "SUPERIOR", unit.id(), 5, unit.code().equals("SWJ") ? 3 : 2);
		}
		Cycle closed = this.cycles.close(cycle);
		this.samples.count(closed);
		this.samples.notice(closed);
		this.samples.publish(closed);
		assertThat(reasons(As.office(() -> this.results.draftCard(cycle.id(), "SWJ")))).contains("leader");
		assertThat(reasons(this.results.publishedCard(cycle.id(), "SWJ"))).doesNotContain("leader");
		assertThat(this.mvc.get().uri("/results/2026/SWJ")).bodyText()
			.contains("“领导评议”数据不足，权重按比例分给其他项。")
			.doesNotContain("“领导评议”少");
	}

	/** Nobody spoke of the Water Bureau; the Education Bureau was inspected only. */
	private Cycle scarce() {
		Cycle cycle = this.cycles.opened();
		vote(cycle, this.units.policeBureau());
		this.ballots.vote(cycle.id(), "LEADER", this.units.waterBureau().id(), 3, 1);
		this.ballots.vote(cycle.id(), "INSPECTION", this.units.educationBureau().id(), 1, 900);
		Cycle closed = this.cycles.close(cycle);
		this.samples.count(closed);
		return closed;
	}

	private void vote(Cycle cycle, Unit unit) {
		this.ballots.vote(cycle.id(), "ONLINE", unit.id(), 12, 2);
		this.ballots.vote(cycle.id(), "GRASSROOTS", unit.id(), 6, 2);
		this.ballots.vote(cycle.id(), "INSPECTION", unit.id(), 1, 900);
		this.ballots.vote(cycle.id(), "LEADER", unit.id(), 5, 2);
	}

	@Test
	void showsNoZeroWhereDataAreMissing() {
		Cycle cycle = scarce();
		assertThat(office("/desk/results/2026/SWJ")).hasStatusOk()
			.bodyText()
			.contains("数据不足，没有得分，不参加排名。缺少数据的项目：“网上评议”、", "“领导评议”、")
			.doesNotContain(">0.00<", "“总分”数据不足", "受影响的选票过少", "与得分一致", "??");
		assertThat(office("/desk/results?cycle=2026")).hasStatusOk()
			.bodyText()
			.contains(">数据不足<")
			.doesNotContain(">0.00<");
		this.samples.notice(cycle);
		this.samples.publish(cycle);
		assertThat(this.mvc.get().uri("/results/2026")).bodyText().contains(">数据不足<").doesNotContain(">0.00<");
		assertThat(this.mvc.get().uri("/results/2026/SWJ")).bodyText()
			.contains("缺少数据的项目：")
			.doesNotContain(">0.00<", "“总分”数据不足", "受影响的选票过少");
		assertThat(this.mvc.get().uri("/results/2026.csv")).bodyText().contains(",数据不足,").doesNotContain(",0.00,");
	}

	@Test
	void warnsOfUnitsThatAreRankedWithoutAnyReview() {
		scarce();
		assertThat(office("/desk/results?cycle=2026")).bodyText()
			.containsPattern("没有任何评议渠道达到计分份数[^<]*市教育局")
			.doesNotContainPattern("没有任何评议渠道达到计分份数[^<]*公安局");
		assertThat(office("/desk/results?cycle=2026&lang=en")).bodyText()
			.contains("inspection and other figures alone");
	}

	private static List<String> reasons(Card card) {
		assertThat(card.account().facts().gap()).isNotNull();
		return Objects.requireNonNull(card.account().facts().gap())
			.reasons()
			.stream()
			.map((reason) -> reason.line().node())
			.toList();
	}

	@Test
	void listsApartWhoIsMeasuredOnlyAndNamesMarksAndEvents() {
		String founding = this.schemes.method("m01-founding-city");
		String changed = founding
			.replaceFirst("\"traits\": \\[\"VERTICAL\", \"WINDOW\"],",
					"\"traits\": [\"VERTICAL\", \"WINDOW\"], \"apart\": true,")
			.replace("{\"grade\": \"excellent\", \"from\": 90,",
					"{\"grade\": \"excellent\", \"events\": [\"province\"]}, {\"grade\": \"excellent\", \"from\": 90,")
			.replace("{\"grade\": \"poor\"}\n    ]",
					"{\"grade\": \"poor\"}\n    ], \"marks\": [{\"code\": \"yellow\", \"name\": {\"zh\": \"黄牌\", \"en\": \"Yellow card\"}, \"quota\": {\"end\": \"LAST\", \"count\": 1}}]");
		this.units.city();
		Cycle cycle = this.cycles.open(this.cycles.announce(this.cycles.drafted(this.schemeSamples.frozen(changed))));
		vote(cycle,
				(unit) -> this.ballots.vote(cycle.id(), "SUPERIOR", unit.id(), 5, unit.code().equals("SWJ") ? 4 : 2));
		this.samples.commend(cycle);
		Cycle closed = this.cycles.close(cycle);
		this.samples.count(closed);
		assertThat(office("/desk/results/2026/JYJ")).bodyText().contains("等次因“省").doesNotContain(">province<");
		assertThat(office("/desk/results/2026/SWJ")).bodyText().contains("黄牌", "同时列入“黄牌”。");
		assertThat(office("/desk/results/2026/SWSWJ")).bodyText().contains("按考评办法单独列出，不参加排名");
		assertThat(office("/desk/results?cycle=2026")).bodyText().contains("单独列出，不参加排名", "黄牌").doesNotContain("??");
		this.samples.notice(closed);
		this.samples.publish(closed);
		assertThat(this.mvc.get().uri("/results/2026")).bodyText()
			.contains("单独列出，不参加排名", "data-name=\"水务局\"")
			.doesNotContain("data-name=\"税务局\"");
		assertThat(this.mvc.get().uri("/results/2026.csv")).bodyText().contains("单独列出,SWSWJ", ",黄牌,");
	}

	private void vote(Cycle cycle, Consumer<Unit> more) {
		for (Unit unit : this.units.city()) {
			vote(cycle, unit);
			more.accept(unit);
		}
	}

	@Test
	void saysThatEqualUnitsShareAPlace() {
		Cycle cycle = this.cycles.opened();
		vote(cycle, (unit) -> this.ballots.vote(cycle.id(), "SUPERIOR", unit.id(), 5, 2));
		this.samples.count(this.cycles.close(cycle));
		Card card = As.office(() -> this.results.draftCard(cycle.id(), "SWJ"));
		assertThat(this.narrative.of(card, Locale.CHINESE)).contains("列第一位，另有 1 个单位与其并列").doesNotContain("相比");
		assertThat(this.narrative.of(card, Locale.ENGLISH)).contains("came first of the 2 units",
				"level with one other");
	}

	private MockMvcRequestBuilder office(String address) {
		return this.mvc.get().uri(address).with(user("office1").roles("OFFICE"));
	}

	private MockMvcRequestBuilder liaison() {
		return this.mvc.get()
			.uri("/unit/score?cycle=2026")
			.with(user("liaison.swj").authorities(() -> "ROLE_LIAISON", () -> "UNIT_SWJ"));
	}

}
