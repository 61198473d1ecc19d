package org.pingyi.intake.ballot;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.web.Refusal;
import org.pingyi.intake.ballot.form.BallotForm;
import org.pingyi.rules.scoring.Item;

import org.springframework.context.i18n.LocaleContextHolder;

/** Checks a submission against the frozen form; refuses it naming the item. */
final class BallotCheck {

	private static final int SHORTEST_KEY = 16;

	private static final int LONGEST_KEY = 200;

	private BallotCheck() {
	}

	/** The answers of a submission that fits the form. */
	static PackedAnswers check(Submission submission, BallotForm form) {
		checkKey(submission.idempotencyKey());
		checkUnit(submission.unit(), form);
		checkRaterClass(submission.raterClass(), form);
		checkOpinion(submission.opinion());
		checkNothingUnknown(submission.answers(), form.questionnaire().items());
		return PackedAnswers.of(codes(submission.answers(), form));
	}

	private static void checkKey(String key) {
		if (key.length() < SHORTEST_KEY || key.length() > LONGEST_KEY) {
			throw Refusal.invalid("ballot.badKey");
		}
	}

	private static void checkUnit(long unit, BallotForm form) {
		if (form.unit(unit).isEmpty()) {
			throw Refusal.invalid("ballot.notAsked");
		}
	}

	private static void checkRaterClass(String raterClass, BallotForm form) {
		if (!form.channel().raterClasses().contains(raterClass)) {
			throw Refusal.invalid("ballot.noRaterClass", raterClass);
		}
	}

	private static void checkOpinion(String opinion) {
		if (opinion.length() > Submission.LONGEST_OPINION) {
			throw Refusal.invalid("ballot.opinionTooLong", Submission.LONGEST_OPINION, opinion.length());
		}
		if (opinion.indexOf('\0') >= 0) {
			throw Refusal.invalid("ballot.opinionUnreadable");
		}
	}

	private static void checkNothingUnknown(Map<String, Integer> answers, List<Item> items) {
		Set<String> unknown = new HashSet<>(answers.keySet());
		items.forEach((item) -> unknown.remove(item.code()));
		if (!unknown.isEmpty()) {
			throw Refusal.invalid("ballot.unknownItem", unknown.iterator().next());
		}
	}

	private static List<Integer> codes(Map<String, Integer> answers, BallotForm form) {
		List<Integer> codes = new ArrayList<>();
		List<Item> items = form.questionnaire().items();
		for (int index = 0; index < items.size(); index++) {
			codes.add(code(index + 1, items.get(index), answers.get(items.get(index).code()), form));
		}
		return codes;
	}

	private static int code(int number, Item item, @Nullable Integer answer, BallotForm form) {
		if (answer == null) {
			throw Refusal.invalid("ballot.unanswered", number, item.text().in(LocaleContextHolder.getLocale()));
		}
		if (!form.accepts(answer)) {
			throw Refusal.invalid("ballot.badAnswer", number, item.text().in(LocaleContextHolder.getLocale()));
		}
		return answer;
	}

}
