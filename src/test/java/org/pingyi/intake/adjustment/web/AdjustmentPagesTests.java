package org.pingyi.intake.adjustment.web;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.pingyi.As;
import org.pingyi.FormKey;
import org.pingyi.PingyiTest;
import org.pingyi.base.audit.ProposalState;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.intake.adjustment.Adjustment;
import org.pingyi.intake.adjustment.AdjustmentSamples;
import org.pingyi.intake.adjustment.Adjustments;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** The pages on which adjustments are proposed, decided and claimed. */
@PingyiTest
class AdjustmentPagesTests {

	private final MockMvcTester mvc;

	private final Adjustments adjustments;

	private final AdjustmentSamples samples;

	private final CycleSamples cycles;

	private final UnitSamples units;

	AdjustmentPagesTests(MockMvcTester mvc, Adjustments adjustments, AdjustmentSamples samples, CycleSamples cycles,
			UnitSamples units) {
		this.mvc = mvc;
		this.adjustments = adjustments;
		this.samples = samples;
		this.cycles = cycles;
		this.units = units;
	}

	@Test
	void saysWhatToDoWhileThereIsNoYear() {
		assertThat(this.mvc.get().uri("/desk/adjustments").with(office("office1"))).hasStatusOk()
			.bodyText()
			.contains("还没有考评年度");
		this.units.city();
		assertThat(this.mvc.get().uri("/unit/claims").with(liaison("SWJ"))).hasStatusOk()
			.bodyText()
			.contains("还没有考评年度");
	}

	@Test
	void listsWhatWaitsForTheReaderOnTop() {
		Cycle cycle = this.cycles.opened();
		assertThat(this.mvc.get().uri("/desk/adjustments").with(office("office1"))).hasStatusOk()
			.bodyText()
			.contains("没有符合条件的事项");
		this.samples.proposed(AdjustmentSamples.delay(cycle, this.units.waterBureau()));
		assertThat(this.mvc.get().uri("/desk/adjustments?cycle=2026").with(office("office2"))).hasStatusOk()
			.bodyText()
			.contains("待我审批（1 项）", "市水务局", "−0.25", "拖延、逾期办理");
		assertThat(this.mvc.get().uri("/desk/adjustments?cycle=2026&state=APPROVED").with(office("office1")))
			.hasStatusOk()
			.bodyText()
			.doesNotContain("待我审批（")
			.contains("没有符合条件的事项");
		assertThat(this.mvc.get().uri("/desk").with(office("office2"))).hasStatusOk()
			.bodyText()
			.contains("1 项加分、扣分或否决等您审批");
	}

	@Test
	void proposesAndShowsThatASecondPersonIsNeeded() {
		Cycle cycle = this.cycles.opened();
		assertThat(this.mvc.get().uri("/desk/adjustments/new?cycle=2026&kind=DEDUCTION").with(office("office1")))
			.hasStatusOk()
			.bodyText()
			.contains("多方共同责任（× 0.5）", "按期处理（× 0.5）", "违规收费（1 分）");
		assertThat(proposal("/desk/adjustments", "办理超期五天").with(office("office1"))).hasStatus3xxRedirection();
		Adjustment proposed = only(cycle);
		assertThat(this.mvc.get().uri("/desk/adjustments/" + proposed.id()).with(office("office1"))).hasStatusOk()
			.bodyText()
			.contains("需要另一位工作人员审批", "0.5 × 0.5 × 0.5 = 0.125", "办理超期五天")
			.doesNotContain("/approval");
	}

	@Test
	void worksThePointsOutBeforeAnythingIsStored() {
		Cycle cycle = this.cycles.opened();
		assertThat(proposal("/desk/adjustments/trial", "办理超期五天").with(office("office1"))).hasStatusOk()
			.bodyText()
			.contains("扣分：0.5 × 0.5 × 0.5 = 0.125", "办理超期五天");
		assertThat(As.office(() -> this.adjustments.of(cycle.id(), this.units.waterBureau().id()))).isEmpty();
	}

	@Test
	void keepsWhatWasTypedWhenAProposalIsRefused() {
		this.cycles.opened();
		assertThat(this.mvc.post()
			.uri("/desk/adjustments")
			.param("cycle", "2026")
			.param("kind", "DEDUCTION")
			.param("unit", "SWJ")
			.param("rule", "delay")
			.param("document", "督办通报〔2026〕3号")
			.param("happenedOn", "2026-06-01")
			.param("reason", "办理超期五天")
			.with(office("office1"))
			.with(FormKey.fresh())
			.with(csrf())).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("扣分要写明责任归属", "督办通报〔2026〕3号", "办理超期五天", "2026-06-01");
		assertThat(this.mvc.post()
			.uri("/desk/adjustments")
			.param("cycle", "2026")
			.param("kind", "VETO")
			.param("document", "只有文件")
			.with(office("office1"))
			.with(FormKey.fresh())
			.with(csrf())).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("请选择单位", "请选择适用条款", "请填写日期", "请写明事由", "只有文件");
		assertThat(this.mvc.post()
			.uri("/desk/adjustments")
			.param("cycle", "2026")
			.param("kind", "VETO")
			.param("happenedOn", "昨天")
			.param("document", "只有文件")
			.with(office("office1"))
			.with(FormKey.fresh())
			.with(csrf())).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("昨天", "只有文件");
	}

	@Test
	void letsTheSecondPersonApprove() {
		Cycle cycle = this.cycles.opened();
		long id = this.samples.proposed(AdjustmentSamples.delay(cycle, this.units.waterBureau()));
		String path = "/desk/adjustments/" + id;
		assertThat(this.mvc.get().uri(path).with(office("office2"))).bodyText()
			.contains(path + "/approval", "批准后，市水务局计 −0.25 分");
		assertThat(this.mvc.post().uri(path + "/approval").with(office("office1")).with(csrf()))
			.hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("自己提出的事项不能自己审批");
		assertThat(this.mvc.post().uri(path + "/approval").with(office("office2")).with(csrf()))
			.hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("和您看到的不一样了");
		assertThat(this.mvc.post()
			.uri(path + "/approval")
			.param("seen", only(cycle).seen().digest())
			.with(office("office2"))
			.with(csrf())).hasStatus3xxRedirection();
		assertThat(only(cycle).state()).isEqualTo(ProposalState.APPROVED);
	}

	@Test
	void asksForAReasonToReject() {
		Cycle cycle = this.cycles.opened();
		long id = this.samples.proposed(AdjustmentSamples.delay(cycle, this.units.waterBureau()));
		String path = "/desk/adjustments/" + id;
		assertThat(this.mvc.post().uri(path + "/rejection").param("remark", " ").with(office("office2")).with(csrf()))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("请写明不批准的理由");
		assertThat(
				this.mvc.post().uri(path + "/rejection").param("remark", "责任归属不清").with(office("office2")).with(csrf()))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("和您看到的不一样了", "责任归属不清", only(cycle).seen().digest());
		assertThat(this.mvc.post()
			.uri(path + "/rejection")
			.param("remark", "责任归属不清")
			.param("seen", only(cycle).seen().digest())
			.with(office("office2"))
			.with(csrf())).hasStatus3xxRedirection();
		assertThat(this.mvc.get().uri(path).with(office("office1"))).bodyText().contains("责任归属不清", "未批准");
	}

	@Test
	void asksForNoClaimThatAUnitCannotMake() {
		Cycle cycle = this.cycles.announced();
		assertThat(this.mvc.get().uri("/unit/claims").with(liaison("GAJ"))).hasStatusOk()
			.bodyText()
			.contains("现在不接受申报")
			.doesNotContain("可以在下面申报加分");
		this.cycles.open(cycle);
		assertThat(this.mvc.get().uri("/unit/claims").with(liaison("GAJ"))).bodyText().contains("可以在下面申报加分");
		assertThat(this.mvc.get().uri("/unit/claims").with(liaison("SWJ"))).bodyText()
			.contains("本单位还没有加分、扣分或否决")
			.doesNotContain("可以在下面申报加分");
	}

	@Test
	void letsAUnitClaimWhatItsTraitsAllow() {
		Cycle cycle = this.cycles.opened();
		assertThat(this.mvc.get().uri("/unit/claims").with(liaison("SWJ"))).hasStatusOk()
			.bodyText()
			.contains("市水务局的上级部门不开展表彰", "不会让本单位吃亏")
			.doesNotContain("提交申报");
		assertThat(this.mvc.post()
			.uri("/unit/claims")
			.param("cycle", "2026")
			.with(liaison("GAJ"))
			.with(FormKey.fresh())
			.with(csrf())).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("请填写依据文件");
		assertThat(this.mvc.post()
			.uri("/unit/claims")
			.param("cycle", "2026")
			.param("rule", "province")
			.param("document", "省政府通报〔2026〕12号")
			.param("happenedOn", "2026-06-01")
			.param("reason", "全省先进集体")
			.with(liaison("GAJ"))
			.with(FormKey.fresh())
			.with(csrf())).hasStatus3xxRedirection();
		assertThat(this.mvc.get().uri("/unit/claims").with(liaison("GAJ"))).bodyText()
			.contains("省政府通报〔2026〕12号", "+1.5", "在办");
		assertThat(this.mvc.get().uri("/unit/claims").with(liaison("JYJ"))).bodyText().doesNotContain("省政府通报〔2026〕12号");
		Adjustment claimed = As.as("liaison-GAJ", () -> this.adjustments.own(cycle.id()), "ROLE_LIAISON", "UNIT_GAJ")
			.getFirst();
		assertThat(
				this.mvc.post().uri("/unit/claims/" + claimed.id() + "/withdrawal").with(liaison("JYJ")).with(csrf()))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void asksForAQuantityWhereARuleCountsOne() {
		this.cycles.opened();
		assertThat(this.mvc.get().uri("/desk/adjustments/new?cycle=2026&kind=DEDUCTION").with(office("office1")))
			.bodyText()
			.doesNotContain("name=\"quantity\"");
	}

	@Test
	void countsAQuantityUpToTheMost() {
		Cycle cycle = this.cycles.open(this.cycles.demanding());
		assertThat(this.mvc.get().uri("/desk/adjustments/new?cycle=2026&kind=BONUS").with(office("office1"))).bodyText()
			.contains("招商引资：每千万元 0.5 分", "name=\"quantity\"");
		assertThat(investment("/desk/adjustments/trial", "9").with(office("office1"))).hasStatusOk()
			.bodyText()
			.contains("min(1 + 9 × 0.5, 3) = 3", "value=\"9\"");
		assertThat(investment("/desk/adjustments", "-1").with(office("office1")))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("数量应是不小于 0 的整数", "value=\"-1\"");
		assertThat(investment("/desk/adjustments/trial", "许多").with(office("office1"))).hasStatusOk()
			.bodyText()
			.contains("请填写整数");
		assertThat(investment("/desk/adjustments", "2").with(office("office1"))).hasStatus3xxRedirection();
		Adjustment bonus = only(cycle);
		assertThat(this.mvc.get().uri("/desk/adjustments/" + bonus.id()).with(office("office1"))).bodyText()
			.contains("2 千万元", "（1 + 2 × 0.5 = 2）", "+2");
	}

	@Test
	void showsABonusOnNoticeToEverybodyBeforeItCounts() {
		Cycle cycle = this.cycles.open(this.cycles.demanding());
		investment("/desk/adjustments", "2").with(office("office1")).exchange();
		this.samples.approve(only(cycle).id());
		assertThat(this.mvc.get().uri("/unit/claims/notices").with(liaison("GAJ"))).hasStatusOk()
			.bodyText()
			.contains("市水务局", "+2", "2026-11-07", "公示还剩 5 天");
		assertThat(this.mvc.get().uri("/desk/adjustments/notices").with(office("office1"))).hasStatusOk()
			.bodyText()
			.contains("市水务局", "现在截止或计分，都不含这些加分");
		assertThat(this.mvc.get().uri("/unit/claims").with(liaison("SWJ"))).bodyText().contains("公示中", "公示还剩 5 天");
		assertThat(this.mvc.get().uri("/desk").with(office("office1"))).bodyText().contains("1 项加分还在公示");
	}

	private MockMvcRequestBuilder investment(String uri, String quantity) {
		return this.mvc.post()
			.uri(uri)
			.param("cycle", "2026")
			.param("kind", "BONUS")
			.param("unit", "SWJ")
			.param("rule", "investment")
			.param("quantity", quantity)
			.param("document", "招商合同1号")
			.param("happenedOn", "2026-06-01")
			.param("reason", "项目到位资金")
			.with(FormKey.fresh())
			.with(csrf());
	}

	@Test
	void isClosedToOtherRoles() {
		this.cycles.opened();
		for (String role : List.of("LIAISON", "HOTLINE", "INSPECTOR", "AUDITOR", "SYSTEM_ADMIN", "SECURITY_ADMIN")) {
			assertThat(this.mvc.get().uri("/desk/adjustments").with(user("somebody").roles(role)))
				.hasStatus(HttpStatus.FORBIDDEN);
		}
		assertThat(this.mvc.get().uri("/unit/claims").with(office("office1"))).hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void speaksEnglish() {
		Cycle cycle = this.cycles.opened();
		long id = this.samples.proposed(AdjustmentSamples.delay(cycle, this.units.waterBureau()));
		assertThat(this.mvc.get().uri("/desk/adjustments/" + id + "?lang=en").with(office("office2"))).hasStatusOk()
			.bodyText()
			.contains("Delay, overdue", "Approve", "To be decided")
			.doesNotContain("??");
	}

	private MockMvcRequestBuilder proposal(String uri, String reason) {
		return this.mvc.post()
			.uri(uri)
			.param("cycle", "2026")
			.param("kind", "DEDUCTION")
			.param("unit", "SWJ")
			.param("rule", "delay")
			.param("cause", "shared")
			.param("handling", "timely")
			.param("document", "督办通报〔2026〕3号")
			.param("happenedOn", "2026-06-01")
			.param("reason", reason)
			.with(FormKey.fresh())
			.with(csrf());
	}

	private Adjustment only(Cycle cycle) {
		return As.office(() -> this.adjustments.of(cycle.id(), this.units.waterBureau().id())).getFirst();
	}

	private static RequestPostProcessor office(String name) {
		return user(name).roles("OFFICE");
	}

	private static RequestPostProcessor liaison(String unit) {
		return user("liaison-" + unit).authorities(new SimpleGrantedAuthority("ROLE_LIAISON"),
				new SimpleGrantedAuthority("UNIT_" + unit));
	}

}
