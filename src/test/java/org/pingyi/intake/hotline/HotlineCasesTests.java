package org.pingyi.intake.hotline;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.base.audit.ProposalState;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.base.web.RowError;
import org.pingyi.base.web.Spreadsheet;
import org.pingyi.base.web.Spreadsheets;
import org.pingyi.intake.adjustment.Adjustment;
import org.pingyi.intake.adjustment.AdjustmentSamples;
import org.pingyi.intake.adjustment.Adjustments;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pingyi.intake.hotline.HotlineSamples.row;
import static org.pingyi.intake.hotline.HotlineSamples.sheet;

/**
 * Hotline cases count once, keep no numbers of callers, and become proposed deductions.
 */
@PingyiTest
class HotlineCasesTests {

	private final HotlineCases cases;

	private final HotlineSamples samples;

	private final Adjustments adjustments;

	private final AdjustmentSamples adjustmentSamples;

	private final CycleSamples cycles;

	private final UnitSamples units;

	HotlineCasesTests(HotlineCases cases, HotlineSamples samples, Adjustments adjustments,
			AdjustmentSamples adjustmentSamples, CycleSamples cycles, UnitSamples units) {
		this.cases = cases;
		this.samples = samples;
		this.adjustments = adjustments;
		this.adjustmentSamples = adjustmentSamples;
		this.cycles = cycles;
		this.units = units;
	}

	@Test
	void knowsUnitsByCodeNameAndShortName() {
		Cycle cycle = this.cycles.opened();
		Spreadsheet sheet = sheet(row("1", "2026-03-18", "swj", "甲"), row("2", "2026/3/18", "市水务局", "乙"),
				row("3", "2026年3月18日", "水务局", "丙"), row("4", "2026-03-18 09:12:44", "GAJ", "丁"));
		assertThat(this.samples.taken(cycle, sheet)).isEqualTo(4);
		assertThat(this.samples.all(cycle)).filteredOn((one) -> one.details().unit() == this.units.waterBureau().id())
			.hasSize(3);
	}

	@Test
	void keepsNothingThatTurnsTheTextOfACase() {
		Cycle cycle = this.cycles.opened();
		assertThat(
				this.samples.taken(cycle, sheet(row("1\u200e", "2026-03-18\u200e", "\u2067SWJ", "停水\u202e两天\u202c"))))
			.isOne();
		assertThat(this.samples.all(cycle)).singleElement().satisfies((one) -> {
			assertThat(one.details().number()).isEqualTo("1");
			assertThat(one.details().content()).isEqualTo("停水两天");
		});
	}

	@Test
	void countsACaseOnceInAYear() {
		Cycle cycle = this.cycles.opened();
		this.samples.waterCase(cycle);
		Spreadsheet again = sheet(row("2026-0001", "2026-03-18", "SWJ", "另一种写法"),
				row("2026-0002", "2026-03-19", "SWJ", "新的"));
		CaseImport checked = As.office(() -> this.cases.check(cycle.id(), again));
		assertThat(checked.known()).containsExactly("2026-0001");
		assertThat(this.samples.taken(cycle, again)).isOne();
		assertThat(this.samples.all(cycle)).extracting((one) -> one.details().content())
			.containsExactly("新的", "停水两天没有通知");
	}

	@Test
	void namesRowAndColumnOfEveryWrongCellAndStoresNothing() {
		Cycle cycle = this.cycles.opened();
		Spreadsheet wrong = sheet(row("1", "2026-03-18", "SWJ", "好的一行"), row("1", "三月", "没有这个局", ""),
				row("2", "2027-01-01", "SWJ", "将来"), row("", "2026-02-30", "SWJ", "没有的日子"));
		assertThatExceptionOfType(CasesRefused.class).isThrownBy(() -> this.samples.taken(cycle, wrong))
			.satisfies((refused) -> assertThat(refused.errors()).containsExactlyInAnyOrder(
					new RowError(3, "工单号", "hotline.cell.twice", "1"),
					new RowError(3, "来电日期", "hotline.cell.noDate", "三月"),
					new RowError(3, "被诉单位", "hotline.cell.noUnit", "没有这个局"),
					new RowError(3, "内容", "hotline.cell.empty", ""),
					new RowError(4, "来电日期", "hotline.cell.future", "2027-01-01"),
					new RowError(5, "工单号", "hotline.cell.empty", ""),
					new RowError(5, "来电日期", "hotline.cell.noDate", "2026-02-30")));
		assertThat(this.samples.all(cycle)).isEmpty();
	}

	@Test
	void namesAMissingColumn() {
		Cycle cycle = this.cycles.opened();
		Spreadsheet narrow = new Spreadsheet(List.of("工单号", "内容"),
				List.of(new Spreadsheet.Row(2, Map.of("工单号", "1", "内容", "甲"))));
		assertThat(As.office(() -> this.cases.check(cycle.id(), narrow)).errors())
			.contains(new RowError(1, "被诉单位", "hotline.cell.noColumn", "被诉单位"));
	}

	@Test
	void keepsNoNumberOfACaller() {
		Cycle cycle = this.cycles.opened();
		this.samples.taken(cycle, sheet(row("1", "2026-03-18", "SWJ",
				"来电人13812345678，身份证110101199003074578，座机0571-88886666，联系１３９ １２３４ ５６７８，工单20260318001")));
		assertThat(this.samples.all(cycle).getFirst().details().content())
			.isEqualTo("来电人［电话］，身份证［证件号］，座机［电话］，联系［电话］，工单20260318001");
	}

	@Test
	void proposesTheDeductionOfAConfirmedCaseForASecondPerson() {
		Cycle cycle = this.cycles.opened();
		HotlineCase found = this.samples.waterCase(cycle);
		long adjustment = As.office(() -> this.cases.confirm(found.id(), HotlineSamples.ownFault()));
		Adjustment proposed = As.office(() -> this.adjustments.find(adjustment));
		assertThat(proposed.state()).isEqualTo(ProposalState.PROPOSED);
		assertThat(proposed.proposal().source()).isEqualTo("hotline:2026-0001");
		assertThat(proposed.proposal().unit()).isEqualTo(this.units.waterBureau().id());
		assertThatThrownBy(() -> As.office(() -> this.cases.confirm(found.id(), HotlineSamples.ownFault())))
			.hasMessage("hotline.decided");
		this.adjustmentSamples.approve(adjustment);
		assertThat(As.office(() -> this.adjustments.approved(cycle.id()))).hasSize(1);
	}

	@Test
	void leavesTheCaseNewWhenTheDeductionIsRefused() {
		Cycle cycle = this.cycles.opened();
		HotlineCase found = this.samples.waterCase(cycle);
		CaseAssessment unknown = new CaseAssessment("no-such-rule", "own", "timely", "事由已写明");
		assertThatThrownBy(() -> As.office(() -> this.cases.confirm(found.id(), unknown)))
			.hasMessage("adjustment.ruleUnknown");
		assertThat(As.office(() -> this.cases.find(found.id())).state()).isEqualTo(HotlineCase.State.NEW);
		assertThat(As.office(() -> this.cases.history(found.id()))).isEmpty();
	}

	@Test
	void reopensOnlyWhatLeftNoStandingDeduction() {
		Cycle cycle = this.cycles.opened();
		HotlineCase found = this.samples.waterCase(cycle);
		long adjustment = As.office(() -> this.cases.confirm(found.id(), HotlineSamples.ownFault()));
		assertThatThrownBy(() -> reopen(found)).hasMessage("hotline.stands");
		this.adjustmentSamples.reject(adjustment);
		reopen(found);
		As.office(() -> {
			this.cases.dismiss(found.id(), "属于小区二次供水");
			return found;
		});
		assertThat(As.office(() -> this.cases.history(found.id()))).extracting(CaseStep::state)
			.containsExactly(HotlineCase.State.CONFIRMED, HotlineCase.State.NEW, HotlineCase.State.DISMISSED);
	}

	private void reopen(HotlineCase found) {
		As.office(() -> {
			this.cases.reopen(found.id(), "责任归属要重新核实");
			return found;
		});
	}

	@Test
	void takesTheSampleFile() throws IOException {
		this.units.registered("RSJ", "市人力资源和社会保障局", "WIN");
		this.units.registered("ZJJ", "市住房和城乡建设局", "WIN");
		this.units.registered("YBJ", "市医疗保障局", "WIN");
		Cycle cycle = this.cycles.opened();
		try (InputStream file = getClass().getResourceAsStream("/sample/hotline.csv")) {
			assertThat(this.samples.taken(cycle, Spreadsheets.read("hotline.csv", Objects.requireNonNull(file))))
				.isEqualTo(20);
		}
	}

	@Test
	void letsTheHotlineImportButNotDecide() {
		Cycle cycle = this.cycles.opened();
		HotlineCase found = this.samples.waterCase(cycle);
		assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> As.as("hotline1",
				() -> this.cases.confirm(found.id(), HotlineSamples.ownFault()), "ROLE_HOTLINE"));
		assertThatExceptionOfType(AccessDeniedException.class)
			.isThrownBy(() -> As.as("swj1", () -> this.cases.find(found.id()), "ROLE_LIAISON", "UNIT_SWJ"));
	}

}
