package org.pingyi.rules.scoring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.pingyi.rules.scoring.Node.Missing;

/** Evaluates the trees of the units of one group, each node once. */
final class TreeEvaluator {

	private final Rules rules;

	private final Writing writing;

	private final AdjustmentValues adjustmentValues;

	private final List<Candidate> candidates;

	private final GroupFigures figures = new GroupFigures(this::values);

	/** By the codes of the units and of the nodes. */
	private final Map<String, Map<String, Evaluated>> evaluated = new HashMap<>();

	/**
	 * @param candidates the units of the group, by unit code
	 */
	TreeEvaluator(Rules rules, List<Candidate> candidates, Writing writing) {
		this.rules = rules;
		this.writing = writing;
		this.adjustmentValues = new AdjustmentValues(rules.adjustments());
		this.candidates = candidates;
	}

	/** The total of a unit. */
	Evaluated total(Candidate candidate) {
		return settled(candidate, candidate.tree().root());
	}

	/**
	 * What a node came to by itself, or nothing when it is missing or not in the tree.
	 */
	Optional<Exact> counted(Candidate candidate, String code) {
		return candidate.node(code).map((node) -> own(candidate, node).value());
	}

	/** Of the ranked units: what is listed apart is no yardstick for them. */
	List<Exact> values(String code) {
		return this.candidates.stream()
			.filter((candidate) -> !candidate.tree().apart())
			.flatMap((candidate) -> counted(candidate, code).stream())
			.toList();
	}

	private Evaluated settled(Candidate candidate, Node node) {
		Evaluated own = own(candidate, node);
		if (own.takesPart()) {
			return own;
		}
		return switch (node.head().missing()) {
			case SHARE_OUT -> own.insteadOf(Missing.SHARE_OUT, null);
			case ZERO -> own.insteadOf(Missing.ZERO, Exact.ZERO);
			case GROUP_MEAN -> mean(node).map((mean) -> own.insteadOf(Missing.GROUP_MEAN, mean))
				.orElseGet(() -> own.insteadOf(Missing.SHARE_OUT, null));
			case REFUSE -> throw new ScoreRefused(candidate.unit(), node.head().code());
		};
	}

	/** The mean of the units of the group that have the node. */
	private Optional<Exact> mean(Node node) {
		return this.figures.mean(node.head().code()).map(node.head()::round);
	}

	private Evaluated own(Candidate candidate, Node node) {
		Map<String, Evaluated> nodes = this.evaluated.computeIfAbsent(candidate.unit(), (unit) -> new HashMap<>());
		Evaluated known = nodes.get(node.head().code());
		if (known == null) {
			known = applies(candidate, node) ? finished(node, evaluate(candidate, node))
					: Evaluated.notApplicable(node);
			nodes.put(node.head().code(), known);
		}
		return known;
	}

	private boolean applies(Candidate candidate, Node node) {
		Set<String> traits = candidate.unitInputs().subject().traits();
		boolean asked = !(node instanceof Poll poll)
				|| this.rules.channel(poll.sample().channel()).orElseThrow().appliesTo(traits);
		return asked && traits.containsAll(node.head().traits());
	}

	private Evaluated evaluate(Candidate candidate, Node node) {
		List<Evaluated> parts = node.children().stream().map((part) -> settled(candidate, part)).toList();
		return switch (node) {
			case Compound compound -> CompoundEvaluator.evaluate(compound, parts);
			case Conversion conversion -> conversion(candidate, conversion, parts);
			case Poll poll -> BallotEvaluator.evaluate(this.rules, poll, candidate.unitInputs());
			case Source.Ledger ledger ->
				LedgerEvaluator.evaluate(this.adjustmentValues, ledger, candidate.unitInputs());
			case Source.EventCount count ->
				EventEvaluator.evaluate(this.adjustmentValues, count, candidate.unitInputs());
			case Source.Figure figure -> figure(figure, candidate.unitInputs());
			case Source.Constant constant -> Evaluated.counted(constant, Exact.of(constant.value()), () -> "");
		};
	}

	private Evaluated conversion(Candidate candidate, Conversion node, List<Evaluated> parts) {
		return (node instanceof Conversion.Reference reference) ? reference(candidate, reference)
				: new ConversionEvaluator(this.figures).evaluate(node, parts);
	}

	private Evaluated reference(Candidate candidate, Conversion.Reference node) {
		Optional<Exact> value = (node.of() == Conversion.Of.OWN) ? counted(candidate, node.node())
				: this.figures.of(node.node(), node.of());
		return value.map((exact) -> Evaluated.counted(node, exact, () -> ""))
			.orElseGet(() -> Evaluated.missing(node, ""));
	}

	/**
	 * A figure outside its bounds is an error of whoever counted it, and counts as none.
	 */
	private static Evaluated figure(Source.Figure node, UnitInputs unitInputs) {
		return unitInputs.figure(node.key())
			.map((value) -> node.admits(value) ? Evaluated.counted(node, Exact.of(value), () -> "")
					: Evaluated.missing(node,
							Arithmetic.figure(value) + "∉"
									+ Arithmetic.within(new Range(node.least(), null, node.most(), null), "…")))
			.orElseGet(() -> Evaluated.missing(node, ""));
	}

	/** Rounds where the rules say so, and ends the arithmetic with the value. */
	private Evaluated finished(Node node, Evaluated raw) {
		Exact exact = raw.value();
		if (exact == null) {
			return raw;
		}
		Exact value = node.head().round(exact);
		return raw.finished(value, this.writing
			.of((node instanceof Source.Ledger) ? raw.calculation() : () -> ended(raw.arithmetic(), exact, value)));
	}

	private static String ended(String arithmetic, Exact exact, Exact value) {
		return arithmetic.isEmpty() ? arithmetic : arithmetic + Arithmetic.equals(exact, value.shown());
	}

}
