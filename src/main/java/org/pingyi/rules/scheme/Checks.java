package org.pingyi.rules.scheme;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.pingyi.rules.scheme.SchemeRefused.Fault;
import org.pingyi.rules.scoring.Rules;

/**
 * Everything that must hold before a scheme is frozen; notes all faults with their
 * places.
 */
final class Checks {

	/** Fits every column and address that carries a code. */
	private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,29}");

	private final List<Fault> faults = new ArrayList<>();

	private Checks() {
	}

	static List<Fault> faults(Rules rules) {
		Checks checks = new Checks();
		new FormChecks(checks, rules).run();
		new AdjustmentChecks(checks, rules).run();
		new TreeChecks(checks, rules).run();
		new RankingChecks(checks, rules.ranking()).run();
		return checks.faults.stream().limit(SchemeRefused.MOST).toList();
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

	void above(BigDecimal floor, BigDecimal value, String place, String key) {
		require(value.compareTo(floor) > 0, place, key, value.toPlainString());
	}

	static <T> Set<String> set(List<T> list, Function<T, String> code) {
		Set<String> codes = new HashSet<>();
		list.forEach((each) -> codes.add(code.apply(each)));
		return codes;
	}

}
