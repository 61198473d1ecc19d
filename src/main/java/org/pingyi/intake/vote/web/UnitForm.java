package org.pingyi.intake.vote.web;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.pingyi.intake.ballot.Submission;
import org.pingyi.intake.ballot.form.BallotForm;
import org.pingyi.rules.cycle.Participant;
import org.pingyi.rules.scoring.Item;

/**
 * The form about one unit, as far as it is filled in.
 *
 * @param form the questionnaire
 * @param unit the unit
 * @param typed what stands in all fields
 */
record UnitForm(BallotForm form, Participant unit, Map<String, String> typed) {

	/** The answer codes by item code, of all the sheets by number of the unit. */
	static Map<Long, Map<String, Integer>> answers(List<UnitForm> sheets) {
		Map<Long, Map<String, Integer>> answers = new HashMap<>();
		sheets.forEach((sheet) -> answers.put(sheet.unit().unit(), sheet.answers()));
		return answers;
	}

	/** The name of a field: {@code SWJ.o1}. */
	public String name(String part) {
		return this.unit.code() + "." + part;
	}

	/** What stands in a field. */
	public String value(String part) {
		return this.typed.getOrDefault(name(part), "");
	}

	/** What was answered, in words, or "" when nothing valid was. */
	public String answer(Item item, Locale locale) {
		return code(item)
			.map((code) -> this.form.scale()
				.level(code)
				.map((level) -> level.name().in(locale))
				.orElse(value(item.code())))
			.orElse("");
	}

	boolean opinionTooLong() {
		return value("opinion").length() > Submission.LONGEST_OPINION;
	}

	List<Item> unanswered() {
		return this.form.questionnaire().items().stream().filter((item) -> code(item).isEmpty()).toList();
	}

	private Map<String, Integer> answers() {
		Map<String, Integer> answers = new LinkedHashMap<>();
		for (Item item : this.form.questionnaire().items()) {
			code(item).ifPresent((code) -> answers.put(item.code(), code));
		}
		return answers;
	}

	Submission submission(long cycle, String right, String key, String raters, Map<String, Integer> answers,
			int signals) {
		return new Submission(cycle, this.form.channel().code(), this.unit.unit(), raters, right, key, answers,
				value("opinion").strip(), !value("forward").isEmpty(), signals);
	}

	private Optional<Integer> code(Item item) {
		return this.form.code(value(item.code()));
	}

}
