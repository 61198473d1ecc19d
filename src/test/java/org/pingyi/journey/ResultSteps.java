package org.pingyi.journey;

/** Somebody else of the office decides the objection. */
final class ResultSteps {

	private ResultSteps() {
	}

	static void dismissObjection(Person office) {
		office.opens("/desk/objections").keepsPicture("desk-objections").findsNoBarrier();
		office.page().locator("main table a").first().click();
		office.ticks("不成立").types("理由", "扣分已按按期办结折算。").presses("作出决定").sees("不成立");
	}

}
