package org.pingyi.outcome.feedback.web;

import org.junit.jupiter.api.Test;
import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.outcome.feedback.FeedbackSamples;
import org.pingyi.outcome.feedback.Opinion;
import org.pingyi.outcome.feedback.Rectification;
import org.pingyi.outcome.feedback.Rectifications;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** The pages on which opinions are sent, answered and resolved. */
@PingyiTest
class FeedbackPagesTests {

	private static final RequestPostProcessor OFFICE = user("office1").roles("OFFICE");

	private final MockMvcTester mvc;

	private final Rectifications rectifications;

	private final FeedbackSamples samples;

	private final CycleSamples cycles;

	private final UnitSamples units;

	FeedbackPagesTests(MockMvcTester mvc, Rectifications rectifications, FeedbackSamples samples, CycleSamples cycles,
			UnitSamples units) {
		this.mvc = mvc;
		this.rectifications = rectifications;
		this.samples = samples;
		this.cycles = cycles;
		this.units = units;
	}

	private Cycle closedWithOpinions() {
		Cycle opened = this.cycles.opened();
		this.samples.written(opened, this.units.waterBureau(), "窗口排队太久");
		this.samples.written(opened, this.units.waterBureau(), "我是张三的邻居，水费单不清楚", false);
		return this.cycles.close(opened);
	}

	@Test
	void saysWhatToDoWhileThereIsNoYear() {
		this.units.city();
		assertThat(this.mvc.get().uri("/desk/opinions").with(OFFICE)).hasStatusOk().bodyText().contains("还没有考评年度");
		assertThat(this.mvc.get().uri("/desk/opinions/rectifications").with(OFFICE)).hasStatusOk()
			.bodyText()
			.contains("还没有考评年度");
		assertThat(this.mvc.get().uri("/unit/opinions").with(liaison("SWJ"))).hasStatusOk()
			.bodyText()
			.contains("还没有考评年度");
	}

	@Test
	void showsNothingButTheEmbargoBeforeTheClose() {
		Cycle opened = this.cycles.opened();
		this.samples.written(opened, this.units.waterBureau(), "窗口排队太久");
		assertThat(this.mvc.get().uri("/desk/opinions").with(OFFICE)).hasStatusOk().bodyText().contains("还没有截止");
		assertThat(this.mvc.get().uri("/desk/opinions/SWJ?cycle=2026").with(OFFICE)).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.doesNotContain("窗口排队太久");
	}

	@Test
	void sendsChosenOpinionsToTheUnit() {
		Cycle closed = closedWithOpinions();
		assertThat(this.mvc.get().uri("/desk/opinions?cycle=2026").with(OFFICE)).hasStatusOk()
			.bodyText()
			.contains("共收到意见 2 条", "/desk/opinions/SWJ?cycle=2026");
		assertThat(this.mvc.get().uri("/desk/opinions/SWJ?cycle=2026").with(OFFICE)).hasStatusOk()
			.bodyText()
			.contains("窗口排队太久", "本人不愿转交的意见（1 条）", "2026-12-15");
		assertThat(this.mvc.post()
			.uri("/desk/opinions/SWJ/dispatch?cycle=2026")
			.param("deadline", "2027-01-31")
			.with(OFFICE)
			.with(csrf())).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("请勾选要转办的意见", "2027-01-31");
		Opinion opinion = opinion(closed, true);
		assertThat(this.mvc.post()
			.uri("/desk/opinions/SWJ/dispatch?cycle=2026")
			.param("opinions", opinion.id().toString())
			.param("deadline", "2026-11-30")
			.with(OFFICE)
			.with(csrf())).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("不晚于今天", "checked");
		assertThat(this.mvc.post()
			.uri("/desk/opinions/SWJ/dispatch?cycle=2026")
			.param("opinions", opinion.id().toString())
			.param("deadline", "月底")
			.with(OFFICE)
			.with(csrf())).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("月底", "checked");
		assertThat(this.mvc.post()
			.uri("/desk/opinions/SWJ/dispatch?cycle=2026")
			.param("opinions", opinion.id().toString())
			.param("deadline", "2027-01-31")
			.with(OFFICE)
			.with(csrf())).hasStatus3xxRedirection();
		assertThat(this.mvc.get().uri("/unit/opinions").with(liaison("SWJ"))).hasStatusOk()
			.bodyText()
			.contains("窗口排队太久", "2027-01-31", "待答复");
	}

	@Test
	void summarisesWhatMustNotBePassedOn() {
		Cycle closed = closedWithOpinions();
		String path = "/desk/opinions/SWJ/summaries/" + opinion(closed, false).id() + "?cycle=2026";
		assertThat(this.mvc.get().uri(path).with(OFFICE)).hasStatusOk().bodyText().contains("只能由考评办概括后转办");
		assertThat(this.mvc.post()
			.uri(path)
			.param("summary", "有人反映：我是张三的邻居，水费单不清楚")
			.param("deadline", "2027-01-31")
			.with(OFFICE)
			.with(csrf())).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("概括里照搬了原话", "有人反映");
		assertThat(this.mvc.post()
			.uri(path)
			.param("summary", "水费单要写得更清楚")
			.param("deadline", "2027-01-31")
			.with(OFFICE)
			.with(csrf())).hasStatus3xxRedirection();
		assertThat(this.mvc.get().uri("/unit/opinions").with(liaison("SWJ"))).bodyText()
			.contains("水费单要写得更清楚")
			.doesNotContain("张三");
	}

	@Test
	void letsTheUnitAnswerAndTheOfficeCheck() {
		Rectification sent = this.samples.sent(closedWithOpinions(), this.units.waterBureau());
		String unit = "/unit/opinions/" + sent.id();
		String desk = "/desk/opinions/rectifications/" + sent.id();
		assertThat(this.mvc.post().uri(unit + "/answer").param("text", "").with(liaison("SWJ")).with(csrf()))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("请写明整改情况");
		assertThat(this.mvc.post().uri(unit + "/answer").param("text", "增开两个窗口").with(liaison("SWJ")).with(csrf()))
			.hasStatus3xxRedirection();
		assertThat(this.mvc.get().uri("/desk").with(OFFICE)).bodyText().contains("1 条整改答复待审核");
		assertThat(this.mvc.get().uri(desk).with(OFFICE)).hasStatusOk()
			.bodyText()
			.contains("增开两个窗口", desk + "/resolution");
		assertThat(this.mvc.post()
			.uri(desk + "/return")
			.param("remark", "请说明时间")
			.param("deadline", "2020-01-01")
			.with(OFFICE)
			.with(csrf())).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("请说明时间", "不晚于今天");
		assertThat(this.mvc.post().uri(desk + "/resolution").with(OFFICE).with(csrf())).hasStatus3xxRedirection();
		assertThat(this.mvc.get().uri(unit).with(liaison("SWJ"))).hasStatusOk().bodyText().contains("已办结");
		assertThat(this.mvc.get().uri("/desk/opinions/rectifications?cycle=2026&state=RESOLVED&unit=SWJ").with(OFFICE))
			.hasStatusOk()
			.bodyText()
			.contains("窗口排队太久");
	}

	@Test
	void hidesOneUnitsOpinionsFromAnother() {
		Rectification sent = this.samples.sent(closedWithOpinions(), this.units.waterBureau());
		String path = "/unit/opinions/" + sent.id();
		assertThat(this.mvc.get().uri(path).with(liaison("SWSWJ"))).hasStatus(HttpStatus.NOT_FOUND)
			.bodyText()
			.doesNotContain("窗口排队太久");
		assertThat(this.mvc.post().uri(path + "/answer").param("text", "代答").with(liaison("SWSWJ")).with(csrf()))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.mvc.get().uri("/unit/opinions").with(liaison("SWSWJ"))).hasStatusOk()
			.bodyText()
			.doesNotContain("窗口排队太久");
		assertThat(As.office(() -> this.rectifications.find(sent.id())).state()).isEqualTo(Rectification.State.SENT);
	}

	@Test
	void isClosedToOtherRoles() {
		closedWithOpinions();
		for (String role : new String[] { "LIAISON", "HOTLINE", "INSPECTOR", "AUDITOR", "SYSTEM_ADMIN" }) {
			assertThat(this.mvc.get().uri("/desk/opinions/SWJ?cycle=2026").with(user("somebody").roles(role)))
				.hasStatus(HttpStatus.FORBIDDEN);
		}
		assertThat(this.mvc.get().uri("/unit/opinions").with(OFFICE)).hasStatus(HttpStatus.FORBIDDEN);
	}

	private Opinion opinion(Cycle cycle, boolean mayForward) {
		return this.samples.opinions(cycle, this.units.waterBureau())
			.stream()
			.filter((one) -> one.mayForward() == mayForward)
			.findFirst()
			.orElseThrow();
	}

	private static RequestPostProcessor liaison(String unit) {
		return user("liaison-" + unit).authorities(new SimpleGrantedAuthority("ROLE_LIAISON"),
				new SimpleGrantedAuthority("UNIT_" + unit));
	}

}
