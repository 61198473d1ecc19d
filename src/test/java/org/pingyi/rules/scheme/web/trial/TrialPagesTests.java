package org.pingyi.rules.scheme.web.trial;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.rules.scheme.SchemeSamples;
import org.pingyi.rules.scheme.SchemeVersion;
import org.pingyi.rules.scheme.Schemes;
import org.pingyi.rules.scoring.Inputs;
import org.pingyi.rules.scoring.Inputs.Tally;
import org.pingyi.rules.scoring.Outcome;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.Scoring;

import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** The office tries a scheme on a few figures before it is frozen. */
@PingyiTest
class TrialPagesTests {

	private final MockMvcTester mvc;

	private final Schemes schemes;

	private final SchemeSamples samples;

	TrialPagesTests(MockMvcTester mvc, Schemes schemes, SchemeSamples samples) {
		this.mvc = mvc;
		this.schemes = schemes;
		this.samples = samples;
	}

	private MvcTestResult get(String path) {
		return this.mvc.get().uri(path).with(user("office1").roles("OFFICE")).exchange();
	}

	private MvcTestResult post(String path, MultiValueMap<String, String> values) {
		return this.mvc.post().uri(path).params(values).with(user("office1").roles("OFFICE")).with(csrf()).exchange();
	}

	private static MultiValueMap<String, String> values(String... pairs) {
		MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
		for (int i = 0; i < pairs.length; i += 2) {
			values.add(pairs[i], pairs[i + 1]);
		}
		return values;
	}

	private MultiValueMap<String, String> example(Rules rules, int tree) {
		MultiValueMap<String, String> example = TrialExample.of(TrialQuestions.of(rules, rules.trees().get(tree)));
		example.add("tree", Integer.toString(tree));
		return example;
	}

	@Test
	void offersAnExampleThatOneClickScores() {
		SchemeVersion version = this.samples.founding();
		String page = "/desk/schemes/versions/" + version.id() + "/trial";
		for (int tree = 0; tree < version.rules().trees().size(); tree++) {
			assertThat(get(page + "?tree=" + tree)).hasStatusOk()
				.bodyText()
				.contains("网上评议", "value=\"12\"")
				.doesNotContain("??");
			assertThat(post(page, example(version.rules(), tree))).hasStatusOk()
				.bodyText()
				.contains("试算结果", "与得分一致", "第 1 名（共 6 个）", "良好", "服务态度投诉", "−0.5")
				.doesNotContain("??");
		}
		assertThat(post(page + "?lang=en", example(version.rules(), 2))).bodyText()
			.contains("Scorecard: Units with windows", "Equals the score", "Rank 1 of 6")
			.doesNotContain("??");
	}

	@Test
	void triesADraftAndTakesFiguresFromOutside() {
		long scheme = As.office(() -> this.schemes.importDraft(this.schemes.method("regions-12")));
		String page = "/desk/schemes/" + scheme + "/trial";
		assertThat(get(page)).hasStatusOk().bodyText().contains("政府部分", "经济部分").doesNotContain("评议票数");
		assertThat(post(page, values("f0", "63.5", "f1", "27.25"))).hasStatusOk().bodyText().contains("90.75");
	}

	@Test
	void keepsWhatWasTypedAndNamesEachFaultBesideItsField() {
		SchemeVersion version = this.samples.founding();
		String page = "/desk/schemes/versions/" + version.id() + "/trial";
		MultiValueMap<String, String> wrong = example(version.rules(), 2);
		wrong.set("c0.l1", "十二");
		wrong.set("c0.i2", "1 2 3");
		wrong.set("others", "101");
		wrong.set("e1.rule", "no-such");
		assertThat(post(page, wrong)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("value=\"十二\"", "id=\"c0.l1-error\"", "应为 0 到 999999 的整数", "应为 6 个整数", "应在 0 到 100 之间",
					"办法里没有这一项")
			.doesNotContain("试算结果", "??");
	}

	@Test
	void showsTheFaultsOfADraftAndDoesNotScoreIt() {
		String unsound = this.schemes.method("m01-founding-city").replace("\"total\": 70", "\"total\": 71");
		long scheme = As.office(() -> this.schemes.importDraft(unsound));
		String page = "/desk/schemes/" + scheme + "/trial";
		assertThat(get(page)).hasStatusOk().bodyText().contains("改正后才能试算", "权重合计不等").doesNotContain("评议票数");
		assertThat(post(page, values("c0.l1", "3"))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("改正后才能试算");
	}

	@Test
	void saysWhichDataIsMissingWhereTheMethodRefuses() {
		long scheme = As.office(() -> this.schemes.importDraft(this.schemes.method("regions-12")));
		assertThat(post("/desk/schemes/" + scheme + "/trial", values("f0", "63.5")))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("没有算出得分", "value=\"63.5\"");
	}

	@Test
	void knowsNoOtherSchemes() {
		assertThat(get("/desk/schemes/7/trial")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(get("/desk/schemes/versions/7/trial")).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void storesNothing() {
		SchemeVersion version = this.samples.founding();
		String before = As.office(() -> this.schemes.draft(version.scheme())).document();
		post("/desk/schemes/" + version.scheme() + "/trial", example(version.rules(), 0));
		assertThat(As.office(() -> this.schemes.draft(version.scheme())).document()).isEqualTo(before);
		assertThat(this.schemes.versions()).containsExactly(version);
	}

	@Test
	void comesToTheScoreOfTheSameInputs() {
		Rules rules = this.samples.founding().rules();
		TrialQuestions questions = TrialQuestions.of(rules, rules.trees().get(2));
		MultiValueMap<String, String> typed = values("c0.l1", "7", "c0.l2", "5", "c0.l9", "1", "c0.i2", "3 3 3 3 0 1",
				"c5.mean", "87.35", "c5.count", "2", "e0.rule", "delay", "e0.reference", "12345-7", "traits", "AWARDS");
		Outcome tried = Scoring.score(rules, TrialInputs.of(questions, new TrialForm(typed)));
		List<Tally> tallies = new ArrayList<>();
		for (int item = 1; item <= 5; item++) {
			add(tallies, "ONLINE", "citizen", item, (item == 2) ? "1×3 2×3 3×3 4×3 9×1" : "1×7 2×5 9×1");
		}
		add(tallies, "ONLINE", "citizen", 0, "0×13");
		for (int item = 1; item <= 6; item++) {
			add(tallies, "INSPECTION", "inspector", item, "873×1 874×1");
		}
		add(tallies, "INSPECTION", "inspector", 0, "0×2");
		Inputs same = new Inputs(List.of(new Inputs.Subject("TRIAL", "TRIAL", Set.of("WINDOW", "AWARDS"))), tallies,
				List.of(), List.of(new Inputs.Event("TRIAL", "12345-7", "delay", "", "", 0)), List.of(), List.of());
		assertThat(tried).isEqualTo(Scoring.score(rules, same));
		assertThat(tried.scorecards().getFirst().score()).isGreaterThan(BigDecimal.ZERO);
	}

	private static void add(List<Tally> tallies, String channel, String raters, int item, String bars) {
		for (String bar : bars.split(" ")) {
			String[] parts = bar.split("×");
			tallies.add(
					new Tally("TRIAL", channel, raters, 0, item, Integer.parseInt(parts[0]), Long.parseLong(parts[1])));
		}
	}

	@Test
	void staysClosedToOtherRoles() {
		this.samples.founding();
		assertThat(this.mvc.get().uri("/desk/schemes/1/trial").with(user("liaison1").roles("LIAISON")).exchange())
			.hasStatus(HttpStatus.FORBIDDEN);
	}

}
