package org.pingyi.journey;

/** The office takes a method in from a file and freezes it. */
final class SchemeSteps {

	private SchemeSteps() {
	}

	static void importAndFreeze(Person office, String method) {
		office.opens("/desk/schemes/new")
			.types("或粘贴内容", method.replace("\"weight\": 30", "\"weight\": 29"))
			.presses("导入为草稿")
			.sees("处问题")
			.opens("/desk/schemes/new")
			.types("或粘贴内容", method)
			.presses("导入为草稿")
			.sees("检查通过，可以定稿")
			.confirms("定稿")
			.sees("已定稿");
	}

}
