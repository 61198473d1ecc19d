package org.pingyi.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.pingyi.intake.ballot.form.BallotForm;
import org.pingyi.rules.cycle.Participant;
import org.pingyi.rules.scoring.Item;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What the sample city thinks of its agencies, drawn from one seeded sequence. */
@Component
@ConditionalOnProperty(LocalEnvironment.LOCAL)
class SampleAnswers {

	private static final List<String> CONTENT = List.of("窗口同志很耐心，一次就把材料讲清楚了。", "网上就能办，不用再跑第二趟，点赞。", "办事大厅有老花镜和轮椅，很贴心。",
			"承诺三天，第二天就办好了。");

	private static final List<String> DISCONTENT = List.of("排队时间太长，希望增加中午值班窗口。", "材料清单和网上写的不一致，跑了两趟。",
			"电话经常没人接，建议公布备用号码。", "停车不方便，指示牌也不清楚。", "希望把办理进度用短信告诉我们。", "工作人员业务不熟，互相问了好几次才答复。");

	private final Random random = new Random(2026);

	private final Map<String, Double> standing = new HashMap<>();

	/** What an inspector finds: a mark for each item, in tenths. */
	Map<String, Integer> marks(BallotForm form, Participant unit) {
		Map<String, Integer> marks = new LinkedHashMap<>();
		for (Item item : form.questionnaire().items()) {
			double mark = 55 + 45 * standing(unit) + this.random.nextGaussian() * 3;
			marks.put(item.code(), (int) Math.round(Math.clamp(mark, 40, 100) * 2) * 5);
		}
		return marks;
	}

	/** What somebody answers about a unit, item by item. */
	Map<String, Integer> levels(BallotForm form, Participant unit) {
		Map<String, Integer> answers = new LinkedHashMap<>();
		double mood = standing(unit) + this.random.nextGaussian() * 0.14;
		for (Item item : form.questionnaire().items()) {
			answers.put(item.code(), level(mood + this.random.nextGaussian() * 0.06));
		}
		return answers;
	}

	private int level(double mood) {
		if (this.random.nextInt(25) == 0) {
			return 9;
		}
		return (mood > 0.78) ? 1 : (mood > 0.6) ? 2 : (mood > 0.45) ? 3 : (mood > 0.3) ? 4 : 5;
	}

	private double standing(Participant unit) {
		return this.standing.computeIfAbsent(unit.code(), (code) -> 0.66 + this.random.nextDouble() * 0.3);
	}

	/** What somebody writes about a unit; mostly nothing. */
	String opinion(Participant unit) {
		if (this.random.nextInt(9) > 0) {
			return "";
		}
		List<String> mood = (this.random.nextDouble() < standing(unit) - 0.2) ? CONTENT : DISCONTENT;
		return mood.get(this.random.nextInt(mood.size()));
	}

	/** So many different units. */
	List<Participant> some(List<Participant> units, int number) {
		List<Participant> chosen = new ArrayList<>();
		while (chosen.size() < number) {
			Participant unit = units.get(this.random.nextInt(units.size()));
			if (!chosen.contains(unit)) {
				chosen.add(unit);
			}
		}
		return chosen;
	}

	/** A surname that many people have. */
	String surname() {
		return String.valueOf("王李张刘陈杨黄赵吴周徐孙马朱胡".charAt(this.random.nextInt(15)));
	}

	/** Whether somebody lets the unit read their words; four in five do. */
	boolean permits() {
		return this.random.nextInt(5) > 0;
	}

	/** Whether a visitor fills the form on the own phone; one in four does. */
	boolean usesOwnPhone() {
		return this.random.nextInt(4) == 0;
	}

}
