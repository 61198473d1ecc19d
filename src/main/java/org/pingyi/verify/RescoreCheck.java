package org.pingyi.verify;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.pingyi.verify.rules.Rescoring;
import org.pingyi.verify.rules.RulesUnreadable;
import org.pingyi.verify.rules.Standing;

/** Counts a run again by the scheme file and compares what came out. */
final class RescoreCheck {

	private final Report report;

	private final long run;

	private final @Nullable Object scheme;

	RescoreCheck(Report report, long run, @Nullable Object scheme) {
		this.report = report;
		this.run = run;
		this.scheme = scheme;
	}

	void run(@Nullable Object inputs, @Nullable Object outcome) {
		try {
			compare(Rescoring.standings(this.scheme, inputs), JsonTree.list(outcome, "scorecards"));
			List<?> alike = JsonTree.list(outcome, "alike");
			if (!alike.isEmpty()) {
				compareAlike(Rescoring.alike(this.scheme, inputs), alike);
			}
		}
		catch (RulesUnreadable ex) {
			this.report.found(Check.RESCORED, "verify.rescore.impossible", this.run, ex.place());
		}
		catch (ArithmeticException | IndexOutOfBoundsException | NoSuchElementException ex) {
			// Rules that no freeze lets through, such as a sum without parts.
			this.report.found(Check.RESCORED, "verify.rescore.impossible", this.run, SchemeChecks.FILE);
		}
	}

	private void compare(Map<String, Standing> counted, List<?> scorecards) {
		Map<String, Standing> left = new LinkedHashMap<>(counted);
		for (Object card : scorecards) {
			Standing own = left.remove(JsonTree.text(card, "unit"));
			if (own == null) {
				this.report.found(Check.RESCORED, "verify.rescore.extra", this.run, JsonTree.text(card, "unit"));
			}
			else {
				compare(own, card);
			}
		}
		left.keySet().forEach((unit) -> this.report.found(Check.RESCORED, "verify.rescore.missing", this.run, unit));
		this.report.done(Check.RESCORED, scorecards.size());
	}

	private void compare(Standing own, @Nullable Object card) {
		same(own.unit(), "score", own.score(), JsonTree.member(card, "score"));
		Integer rank = own.rank();
		same(own.unit(), "rank", (rank != null) ? BigDecimal.valueOf(rank) : null, JsonTree.member(card, "rank"));
		same(own.unit(), "group", own.group(), JsonTree.member(card, "group"));
		same(own.unit(), "grade", own.grade(), JsonTree.member(card, "grade"));
		same(own.unit(), "apart", own.apart(), Boolean.TRUE.equals(JsonTree.member(card, "apart")));
		same(own.unit(), "marks", own.marks(), JsonTree.list(card, "marks"));
		same(own.unit(), "vetoes", own.vetoes(), JsonTree.list(card, "vetoes").stream().sorted().toList());
	}

	private void compareAlike(Map<String, BigDecimal> counted, List<?> alike) {
		for (Object unit : alike) {
			String code = JsonTree.text(unit, "unit");
			same(code, "alike", counted.get(code), JsonTree.member(unit, "score"));
		}
	}

	private void same(String unit, String what, @Nullable Object own, @Nullable Object concluded) {
		boolean same = (own instanceof BigDecimal one && concluded instanceof BigDecimal other)
				? one.compareTo(other) == 0 : Objects.equals(own, concluded);
		if (!same) {
			this.report.found(Check.RESCORED, "verify.rescore.differs", this.run, unit, what, String.valueOf(concluded),
					String.valueOf(own));
		}
	}

}
