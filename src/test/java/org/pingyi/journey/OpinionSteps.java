package org.pingyi.journey;

/** What a citizen wrote goes to the unit, is answered, and is marked resolved. */
final class OpinionSteps {

	private static final String WORDS = "希望中午也有人值班。";

	private OpinionSteps() {
	}

	static void sendAnswerAndMend(Person office, Person unit) {
		office.opens("/desk/opinions")
			.keepsPicture("desk-opinions")
			.findsNoBarrier()
			.follows("市公安局")
			.ticks(WORDS)
			.types("答复期限", "2026-12-20")
			.presses("转办")
			.sees("已转办");
		unit.opens("/unit/opinions")
			.follows(WORDS)
			.types("整改情况", "已安排午间值班窗口。")
			.presses("提交答复")
			.sees("已提交答复")
			.keepsPicture("unit-opinions")
			.findsNoBarrier();
		office.opens("/desk/opinions/rectifications").follows(WORDS).confirms("办结").sees("已办结");
	}

}
