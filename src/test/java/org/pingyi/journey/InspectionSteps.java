package org.pingyi.journey;

import java.util.List;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The office plans the visits, the inspector makes them. */
final class InspectionSteps {

	private InspectionSteps() {
	}

	static void assignAndVisit(Person office, Person inspector) {
		for (String unit : List.of("SWJ", "GAJ", "JYJ")) {
			office.opens("/desk/inspections")
				.chooses("单位", unit)
				.chooses("检查员", "inspector1")
				.types("计划日期", "2026-11-02")
				.presses("安排")
				.sees("已安排1次检查");
		}
		office.keepsPicture("desk-inspections").findsNoBarrier();
		visit(inspector, "市公安局", "88.5", "");
		visit(inspector, "市教育局", "91", "");
		visit(inspector, "市水务局", "85.5", "台账不全，请补齐。");
	}

	private static void visit(Person inspector, String unit, String mark, String finding) {
		inspector.opens("/inspect").keepsPicture("inspect-mine").findsNoBarrier();
		inspector.page().locator("a", new Page.LocatorOptions().setHasText(unit)).first().click();
		inspector.presses("核对并提交").sees("还没有评分").follows("返回修改");
		for (Locator field : inspector.page().locator("input[type=number]").all()) {
			field.fill(mark);
		}
		inspector.page().locator("textarea").first().fill(finding);
		inspector.keepsPicture("inspect-checklist").findsNoBarrier();
		inspector.presses("核对并提交").confirms("提交检查").sees("检查已提交");
	}

}
