package org.pingyi.intake.vote.web.hot;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.hankcs.hanlp.HanLP;

import org.pingyi.rules.cycle.Participant;

/**
 * By what a unit is found besides its name and code: its short name, the initials of both
 * in pinyin, and what people go there for.
 */
final class UnitSearchTerms {

	private UnitSearchTerms() {
	}

	/** In lower case, separated by spaces. */
	static String of(Participant unit, String services) {
		String initials = initials(unit.name());
		String small = initials(unit.shortName());
		return Stream
			.of(unit.name().contains(unit.shortName()) ? "" : unit.shortName(), initials,
					initials.contains(small) ? "" : small, services)
			.filter((word) -> !word.isEmpty())
			.map((word) -> word.toLowerCase(Locale.ROOT))
			.distinct()
			.collect(Collectors.joining(" "));
	}

	/**
	 * {@code swj} for 水务局; phrases decide how a character with several readings is read.
	 */
	static String initials(String name) {
		return HanLP.convertToPinyinFirstCharString(name, "", false).toLowerCase(Locale.ROOT);
	}

}
