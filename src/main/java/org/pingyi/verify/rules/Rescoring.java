package org.pingyi.verify.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Counts a year by its rules: what a run took in leads to what it concluded. */
public final class Rescoring {

	/** The only format that is counted; what is frozen is written in it. */
	public static final String FORMAT = "pingyi-scheme/2";

	private final Document scheme;

	private final Document inputs;

	private final Map<String, Form> forms;

	private Rescoring(Document scheme, Document inputs) {
		this.scheme = scheme;
		this.inputs = inputs;
		this.forms = Form.of(scheme);
	}

	/**
	 * Where the rules put each unit, by unit.
	 * @param scheme the scheme file, as JSON is read: maps, lists, texts, truths and
	 * {@link BigDecimal}s
	 * @param inputs the run's inputs, read likewise
	 * @throws RulesUnreadable when one of them is not what the format says, or the rules
	 * refuse to score a unit
	 */
	public static Map<String, Standing> standings(@Nullable Object scheme, @Nullable Object inputs) {
		return of(scheme, inputs).standings();
	}

	/** The score that each unit would have if every ballot counted alike, by unit. */
	public static Map<String, BigDecimal> alike(@Nullable Object scheme, @Nullable Object inputs) {
		return of(scheme, inputs).scores();
	}

	private static Rescoring of(@Nullable Object scheme, @Nullable Object inputs) {
		return new Rescoring(Document.of("scheme", scheme), Document.of("inputs", inputs));
	}

	private Document ranking() {
		return this.scheme.object("ranking").orElseThrow(() -> this.scheme.unreadable("ranking"));
	}

	private Map<String, BigDecimal> scores() {
		Map<String, UnitYear> units = UnitYear.alike(this.inputs, this.forms);
		Places places = new Places(ranking(), new Evaluation(this.scheme, units, this.forms), units.values());
		Map<String, BigDecimal> scores = new HashMap<>();
		units.values().forEach((unit) -> scores.put(unit.unit(), score(places, unit)));
		return scores;
	}

	private Map<String, Standing> standings() {
		Map<String, UnitYear> units = UnitYear.of(this.inputs, this.forms);
		Evaluation evaluation = new Evaluation(this.scheme, units, this.forms);
		Places places = new Places(ranking(), evaluation, units.values());
		List<UnitYear> ranked = units.values().stream().filter(places::ranked).toList();
		Awarding awarding = new Awarding(this.scheme, evaluation, places, ranked);
		awarding.run();
		Map<String, Standing> standings = new HashMap<>();
		units.values()
			.forEach((unit) -> standings.put(unit.unit(),
					new Standing(unit.unit(), unit.group(), score(places, unit), evaluation.apart(unit),
							rank(places, ranked, unit), awarding.grade(unit), awarding.marks(unit),
							awarding.vetoes(unit))));
		return standings;
	}

	private static BigDecimal score(Places places, UnitYear unit) {
		return places.score(unit).orElse(Rational.ZERO).rounded(places.places(), RoundingMode.HALF_UP);
	}

	private static @Nullable Integer rank(Places places, List<UnitYear> ranked, UnitYear unit) {
		if (!places.ranked(unit)) {
			return null;
		}
		return places.place(unit, ranked.stream().filter((other) -> other.group().equals(unit.group())).toList());
	}

}
