package org.pingyi.intake.hotline;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.pingyi.As;
import org.pingyi.Samples;
import org.pingyi.base.web.Spreadsheet;
import org.pingyi.rules.cycle.Cycle;

import org.springframework.data.domain.PageRequest;

/** Hotline cases about the stock agencies, taken in by a hotline clerk. */
@Samples
public class HotlineSamples {

	private final HotlineCases cases;

	HotlineSamples(HotlineCases cases) {
		this.cases = cases;
	}

	/** A row as the hotline delivers it. */
	public static Map<String, String> row(String number, String day, String unit, String content) {
		return Map.of("工单号", number, "来电日期", day, "被诉单位", unit, "类别", "供水", "内容", content, "办理情况", "已上门处理", "办结日期", "");
	}

	/** A file of rows; the first is in row 2. */
	@SafeVarargs
	public static Spreadsheet sheet(Map<String, String>... rows) {
		return new Spreadsheet(CaseSheet.COLUMNS,
				IntStream.range(0, rows.length)
					.mapToObj((index) -> new Spreadsheet.Row(index + 2, rows[index]))
					.toList());
	}

	/** Takes a file in as the hotline's clerk. */
	public int taken(Cycle cycle, Spreadsheet sheet) {
		return As.as("hotline1", () -> this.cases.take(cycle.id(), sheet), "ROLE_HOTLINE");
	}

	/** One new case about the Water Bureau. */
	public HotlineCase waterCase(Cycle cycle) {
		taken(cycle, sheet(row("2026-0001", "2026-03-18", "SWJ", "停水两天没有通知")));
		return all(cycle).getFirst();
	}

	/** Every case of a cycle. */
	public List<HotlineCase> all(Cycle cycle) {
		return As.office(() -> this.cases.search(cycle.id(), new CaseFilter(null, null), PageRequest.of(0, 100))
			.map((row) -> this.cases.find(row.id()))
			.getContent());
	}

	/** What the office finds when the unit is at fault. */
	public static CaseAssessment ownFault() {
		return new CaseAssessment("delay", "own", "timely", "经核实，停水未提前公告");
	}

}
