package org.pingyi.journey;

import org.pingyi.Chromium;

/** The office invites somebody, who marks every unit of the sheet and signs it. */
final class ReviewSteps {

	private ReviewSteps() {
	}

	static void inviteAndMark(Chromium chromium, String address, Person office, String channel) {
		office.opens("/desk/invitations/new")
			.chooses("渠道", channel)
			.types("姓名", "赵同志")
			.types("单位", "城东区政务中心")
			.presses("邀请并生成链接");
		Person reviewer = new Person(chromium, address, 1440, 900).opens(office.addressWith("/review#"));
		String sheet = reviewer.sees("赵同志，您好").page().url();
		reviewer.keepsPicture("review-sheet").findsNoBarrier().follows("开始评议");
		reviewer.keepsPicture("review-unit").findsNoBarrier();
		for (int unit = 1; unit <= 3; unit++) {
			reviewer.sees("第 " + unit + " / 3 个").answersAll("满意").presses((unit < 3) ? "保存并下一个" : "保存并返回");
		}
		reviewer.follows("签字确认")
			.keepsPicture("review-signature")
			.findsNoBarrier()
			.presses("签字确认，提交3个单位")
			.sees("谢谢您的评议")
			.isRefusedWith(sheet, "已经签字提交");
	}

}
