package org.pingyi.verify.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a channel asks: its items, and what an answer is worth.
 *
 * @param scale of the questionnaire
 * @param items in their order; ballots number them from 1
 * @param treatments what follows from signals
 */
record Form(Document scale, List<Document> items, List<Document> treatments) {

	private static final Rational TENTHS = Rational.of(10);

	/** The forms of a scheme by the code of their channel. */
	static Map<String, Form> of(Document scheme) {
		Map<String, Document> scales = byCode(scheme.list("scales"));
		Map<String, Document> questionnaires = byCode(scheme.list("questionnaires"));
		Map<String, Form> forms = new HashMap<>();
		for (Document channel : scheme.list("channels")) {
			Document questionnaire = questionnaires.get(channel.text("questionnaire"));
			if (questionnaire == null) {
				throw channel.unreadable("questionnaire");
			}
			Document scale = scales.get(questionnaire.text("scale"));
			if (scale == null) {
				throw questionnaire.unreadable("scale");
			}
			forms.put(channel.text("code"), new Form(scale, questionnaire.list("items"), channel.list("treatments")));
		}
		return forms;
	}

	private static Map<String, Document> byCode(List<Document> list) {
		Map<String, Document> byCode = new HashMap<>();
		list.forEach((entry) -> byCode.put(entry.text("code"), entry));
		return byCode;
	}

	/** The numbers of the items of these codes; of all when none is given. */
	List<Integer> numbers(List<String> codes) {
		return IntStream.rangeClosed(1, this.items.size())
			.filter((number) -> codes.isEmpty() || codes.contains(this.items.get(number - 1).text("code")))
			.boxed()
			.toList();
	}

	Rational weight(int item) {
		return this.items.get(item - 1).figure("weight", Rational.ONE);
	}

	/** The points of an answer from 0 to 100; nothing for one without a value. */
	Optional<Rational> points(long code) {
		if (this.scale.has("levels")) {
			return this.scale.list("levels")
				.stream()
				.filter((level) -> level.whole("code") == code)
				.findFirst()
				.flatMap((level) -> level.figure("points"));
		}
		return Optional.of(this.scale.object("ladder")
			.map((ladder) -> step(ladder, code))
			.orElseGet(() -> Rational.of(code)
				.over(TENTHS)
				.times(Rational.HUNDRED)
				.over(this.scale.figure("maximum", Rational.HUNDRED))));
	}

	private static Rational step(Document ladder, long place) {
		return ladder.required("first")
			.minus(ladder.required("step").times(Rational.of(place - 1)))
			.atLeast(ladder.figure("floor", Rational.ZERO));
	}

}
