package org.pingyi.rules.scheme.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.pingyi.rules.scheme.SchemeRefused;
import org.pingyi.rules.scheme.SchemeRefused.Fault;
import org.pingyi.rules.scoring.Ladder;
import org.pingyi.rules.scoring.Range;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.Trim;

/**
 * Everything that must hold before a scheme is frozen; notes all faults with their
 * places.
 */
public final class Checks {

	/** Fits every column and address that carries a code. */
	private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,29}");

	private static final BigDecimal HALF = BigDecimal.valueOf(50);

	private final List<Fault> faults = new ArrayList<>();

	private Checks() {
	}

	/** What keeps a scheme from being frozen. */
	public static List<Fault> faults(Rules rules) {
		Checks checks = new Checks();
		new FormChecks(checks, rules).run();
		new AdjustmentChecks(checks, rules).run();
		new TreeChecks(checks, rules).run();
		new RankingChecks(checks, rules).run();
		return checks.faults.stream().limit(SchemeRefused.MOST).toList();
	}

	/** What should be thought over; it never hinders. */
	public static List<Fault> warnings(Rules rules) {
		return Warnings.of(rules);
	}

	void fault(String place, String key, Object value) {
		this.faults.add(new Fault(place, "scheme.check." + key, value.toString()));
	}

	/** Notes a fault unless something holds. */
	void require(boolean holds, String place, String key, Object value) {
		if (!holds) {
			fault(place, key, value);
		}
	}

	/** Codes are well formed and stand once in their list. */
	<T> void codes(String place, List<T> list, Function<T, String> code) {
		Set<String> seen = new HashSet<>();
		for (int i = 0; i < list.size(); i++) {
			String own = code.apply(list.get(i));
			code(place + "[" + i + "].code", own);
			require(seen.add(own), place + "[" + i + "].code", "twice", own);
		}
	}

	void code(String place, String code) {
		require(CODE.matcher(code).matches(), place, "code", code);
	}

	/** Every name of a list is known. */
	void known(String place, List<String> names, Set<String> known, String key) {
		for (int i = 0; i < names.size(); i++) {
			require(known.contains(names.get(i)), place + "[" + i + "]", key, names.get(i));
		}
	}

	/** Notes a fault unless the same place has this fault already. */
	void once(String place, String key, Object value) {
		String full = "scheme.check." + key;
		if (this.faults.stream().noneMatch((fault) -> fault.place().equals(place) && fault.key().equals(full))) {
			fault(place, key, value);
		}
	}

	/** A range has each edge once, and something between them. */
	boolean range(String place, Range range) {
		boolean once = (range.from() == null || range.above() == null) && (range.to() == null || range.below() == null);
		require(once, place, "edgeTwice", "");
		boolean open = BoundaryValues.of(List.of(range), Range.ALL, null).stream().anyMatch(range::holds);
		require(open, place, "emptyRange", "");
		return once && open;
	}

	void trim(String place, Trim trim) {
		Long drop = trim.drop();
		BigDecimal percent = trim.percent();
		require((drop == null) != (percent == null), place, "trimOne", "");
		require(drop == null || drop >= 1, place + ".drop", "positive", drop + "");
		require(drop == null || trim.from() > 2 * drop, place + ".from", "trimFrom", trim.from());
		require(percent == null || (percent.signum() > 0 && percent.compareTo(HALF) < 0), place + ".percent",
				"trimPercent", percent + "");
	}

	void ladder(String place, Ladder ladder) {
		above(BigDecimal.ZERO, ladder.first(), place + ".first", "positive");
		BigDecimal step = ladder.step();
		require(step == null || step.signum() > 0, place + ".step", "positive", step + "");
		require(ladder.floor().compareTo(ladder.first()) <= 0, place + ".floor", "limits",
				ladder.floor() + " > " + ladder.first());
	}

	/** The floor lies not above the cap. */
	void limits(String place, @Nullable BigDecimal floor, @Nullable BigDecimal cap) {
		require(floor == null || cap == null || floor.compareTo(cap) <= 0, place + ".cap", "limits",
				floor + " > " + cap);
	}

	void above(BigDecimal floor, BigDecimal value, String place, String key) {
		require(value.compareTo(floor) > 0, place, key, value.toPlainString());
	}

	static <T> Set<String> set(List<T> list, Function<T, String> code) {
		Set<String> codes = new HashSet<>();
		list.forEach((each) -> codes.add(code.apply(each)));
		return codes;
	}

}
