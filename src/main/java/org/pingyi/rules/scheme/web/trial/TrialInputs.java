package org.pingyi.rules.scheme.web.trial;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.pingyi.rules.scheme.web.trial.TrialQuestions.Ballots;
import org.pingyi.rules.scoring.AdjustmentRules.Factor;
import org.pingyi.rules.scoring.Inputs;
import org.pingyi.rules.scoring.Inputs.Event;
import org.pingyi.rules.scoring.Inputs.Figure;
import org.pingyi.rules.scoring.Inputs.Issued;
import org.pingyi.rules.scoring.Inputs.Subject;
import org.pingyi.rules.scoring.Inputs.Tally;
import org.pingyi.rules.scoring.Source;

/** Turns what was typed into the inputs of a run. */
final class TrialInputs {

	/** Code of the unit that is tried. */
	static final String UNIT = "TRIAL";

	static final int EVENTS = 4;

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private final TrialQuestions questions;

	private final TrialForm typed;

	private final List<Subject> subjects = new ArrayList<>();

	private final List<Tally> tallies = new ArrayList<>();

	private final List<Issued> issued = new ArrayList<>();

	private final List<Event> events = new ArrayList<>();

	private final List<Figure> figures = new ArrayList<>();

	private TrialInputs(TrialQuestions questions, TrialForm typed) {
		this.questions = questions;
		this.typed = typed;
	}

	/** What cannot be read is noted beside its field. */
	static Inputs of(TrialQuestions questions, TrialForm typed) {
		return new TrialInputs(questions, typed).inputs();
	}

	private Inputs inputs() {
		List<BigDecimal> others = this.typed.figures("others", BigDecimal.ZERO, HUNDRED);
		Map<String, List<BigDecimal>> theirs = new HashMap<>();
		for (int i = 0; i < this.questions.figures().size(); i++) {
			Source.Figure figure = this.questions.figures().get(i);
			theirs.put(figure.key(), this.typed.figures("g" + i, figure.least(), figure.most()));
		}
		unit(UNIT);
		ballots(UNIT);
		ownFigures();
		events();
		int count = Math.max(others.size(), theirs.values().stream().mapToInt(List::size).max().orElse(0));
		for (int number = 0; number < Math.min(count, TrialForm.OTHERS); number++) {
			other(number, others, theirs);
		}
		return new Inputs(this.subjects, this.tallies, this.issued, this.events, this.figures, List.of());
	}

	private void unit(String code) {
		Set<String> traits = new HashSet<>(this.questions.tree().traits());
		this.questions.traits().stream().filter((trait) -> this.typed.ticked("traits", trait)).forEach(traits::add);
		this.subjects.add(new Subject(code, this.questions.group(), traits));
	}

	private void ballots(String unit) {
		for (Ballots ballots : this.questions.polls()) {
			this.tallies.addAll(new TrialBallots(ballots).typed(unit, this.typed));
			issued(unit, ballots);
		}
	}

	private void issued(String unit, Ballots ballots) {
		String field = ballots.field() + ".issued";
		long count = this.typed.whole(field);
		if (!this.typed.text(field).isEmpty()) {
			this.issued.add(new Issued(unit, ballots.channel().code(), ballots.raterClass(), count));
		}
	}

	private void ownFigures() {
		for (int i = 0; i < this.questions.figures().size(); i++) {
			Source.Figure figure = this.questions.figures().get(i);
			figure(UNIT, figure.key(), this.typed.figure("f" + i, figure.least(), figure.most()));
		}
	}

	private void figure(String unit, String key, @Nullable BigDecimal value) {
		if (value != null) {
			this.figures.add(new Figure(unit, key, value));
		}
	}

	private void events() {
		Set<String> known = new HashSet<>();
		this.questions.rules().adjustments().bonuses().forEach((rule) -> known.add(rule.code()));
		this.questions.rules().adjustments().deductions().forEach((rule) -> known.add(rule.code()));
		this.questions.rules().adjustments().vetoes().forEach((rule) -> known.add(rule.code()));
		for (int row = 0; row < EVENTS; row++) {
			String rule = this.typed.text("e" + row + ".rule");
			if (known.contains(rule)) {
				event(row, rule);
			}
			else if (!rule.isEmpty()) {
				this.typed.refuse("e" + row + ".rule", "scheme.trial.unknown");
			}
		}
	}

	private void event(int row, String rule) {
		String field = "e" + row;
		String reference = this.typed.text(field + ".reference");
		boolean deducts = this.questions.rules()
			.adjustments()
			.deductions()
			.stream()
			.anyMatch((deduction) -> deduction.code().equals(rule));
		String cause = factor(field + ".cause", this.questions.rules().adjustments().causes(), deducts);
		String handling = factor(field + ".handling", this.questions.rules().adjustments().handlings(), deducts);
		this.events.add(new Event(UNIT, reference.isEmpty() ? "#" + (row + 1) : reference, rule, cause, handling,
				this.typed.whole(field + ".quantity")));
	}

	/** Only deductions have a cause and a handling. */
	private String factor(String field, List<Factor> factors, boolean deducts) {
		String code = this.typed.text(field);
		if (!deducts || code.isEmpty()) {
			return "";
		}
		if (factors.stream().noneMatch((factor) -> factor.code().equals(code))) {
			this.typed.refuse(field, "scheme.trial.unknown");
			return "";
		}
		return code;
	}

	/** Another unit: what is not said about it is as for the unit that is tried. */
	private void other(int number, List<BigDecimal> others, Map<String, List<BigDecimal>> theirs) {
		String unit = "OTHER-" + (number + 1);
		unit(unit);
		if (number < others.size()) {
			this.questions.polls()
				.forEach((ballots) -> this.tallies.addAll(new TrialBallots(ballots).about(unit, others.get(number))));
		}
		else {
			ballots(unit);
		}
		List<Figure> own = this.figures.stream().filter((figure) -> figure.unit().equals(UNIT)).toList();
		for (Source.Figure figure : this.questions.figures()) {
			List<BigDecimal> values = theirs.getOrDefault(figure.key(), List.of());
			BigDecimal same = own.stream()
				.filter((each) -> each.key().equals(figure.key()))
				.findFirst()
				.map(Figure::value)
				.orElse(null);
			figure(unit, figure.key(), (number < values.size()) ? values.get(number) : same);
		}
	}

}
