package org.pingyi.intake.ballot.form;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.pingyi.rules.cycle.Participant;
import org.pingyi.rules.scoring.Item;
import org.pingyi.rules.scoring.Level;
import org.pingyi.rules.scoring.Validity;

import org.springframework.context.i18n.LocaleContextHolder;

/**
 * Checks a whole sheet against the channel's validity, and says in words what is wrong.
 */
final class SheetCheck {

	private final BallotForm form;

	private final Map<Long, Map<String, Integer>> sheet;

	private final List<Integer> answers;

	/**
	 * @param sheet answer code by item code, by number of the unit; every item answered
	 */
	SheetCheck(BallotForm form, Map<Long, Map<String, Integer>> sheet) {
		this.form = form;
		this.sheet = sheet;
		this.answers = sheet.values().stream().flatMap((ballot) -> codes(ballot).stream()).toList();
	}

	Optional<SheetRefused> refusal() {
		List<List<Integer>> ballots = this.sheet.values().stream().map(this::codes).toList();
		return this.form.channel().validity().breach(ballots).map(this::refusal);
	}

	private SheetRefused refusal(Validity.Breach breach) {
		return switch (breach.rule()) {
			case SHARE -> share(Objects.requireNonNull(breach.share()));
			case ALIKE -> new SheetRefused("ballot.sheet.alike", this.answers.size());
			case PLACE_TWICE -> placeTwice();
		};
	}

	private SheetRefused share(Validity.Share share) {
		long counted = this.answers.stream().filter(share.levels()::contains).count();
		BigDecimal most = share.most();
		boolean byUnit = this.form.questionnaire().items().size() == 1;
		return (most != null && limit(most, RoundingMode.DOWN) < counted)
				? share(byUnit ? "ballot.sheet.most.units" : "ballot.sheet.most.answers", share, counted, most,
						RoundingMode.DOWN)
				: share(byUnit ? "ballot.sheet.least.units" : "ballot.sheet.least.answers", share, counted,
						share.least(), RoundingMode.UP);
	}

	private SheetRefused share(String key, Validity.Share share, long counted, @Nullable BigDecimal percent,
			RoundingMode rounding) {
		BigDecimal stated = Objects.requireNonNull(percent);
		return new SheetRefused(key, names(share.levels()), counted, limit(stated, rounding), this.answers.size(),
				stated.stripTrailingZeros().toPlainString());
	}

	/** How many of the sheet's answers a share in per cent is. */
	private long limit(BigDecimal percent, RoundingMode rounding) {
		return percent.multiply(BigDecimal.valueOf(this.answers.size()))
			.movePointLeft(2)
			.setScale(0, rounding)
			.longValueExact();
	}

	private String names(List<Integer> levels) {
		return levels.stream()
			.flatMap((code) -> this.form.scale().level(code).stream())
			.map(Level::name)
			.map((name) -> name.in(LocaleContextHolder.getLocale()))
			.collect(Collectors.joining("、"));
	}

	private SheetRefused placeTwice() {
		return this.form.questionnaire()
			.items()
			.stream()
			.flatMap((item) -> PlaceUse.of(item, this.form, this.sheet)
				.twice()
				.stream()
				.map((twice) -> placeTwice(item, twice)))
			.findFirst()
			.orElseThrow();
	}

	private static SheetRefused placeTwice(Item item, PlaceUse.Twice twice) {
		return new SheetRefused("ballot.sheet.placeTwice", item.text().in(LocaleContextHolder.getLocale()),
				twice.place(), twice.units().stream().map(Participant::name).collect(Collectors.joining("、")));
	}

	private List<Integer> codes(Map<String, Integer> ballot) {
		return this.form.questionnaire()
			.items()
			.stream()
			.map(Item::code)
			.map(ballot::get)
			.filter(Objects::nonNull)
			.toList();
	}

}
