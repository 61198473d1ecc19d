package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.pingyi.rules.scoring.ChosenFrom.Named;

/**
 * When a filled sheet is valid (有效票). A sheet is all that one rater hands in at once: one
 * ballot per unit.
 *
 * @param shares how many answers may be alike
 * @param refuseAlike whether a sheet whose answers are all the same is refused; sheets of
 * a single answer are not meant
 * @param placesOnce whether each place may be given once only
 */
public record Validity(List<Share> shares, boolean refuseAlike, boolean placesOnce) {

	/** Every sheet is valid. */
	public static final Validity ANY = new Validity(List.of(), false, false);

	/**
	 * How many of a sheet's answers are at some levels, in per cent. A floor under good
	 * or a cap on bad answers biases the result: allowed, but warned about.
	 *
	 * @param levels codes of the levels
	 * @param least the least share, closed, or null
	 * @param most the largest share, closed, or null
	 */
	public record Share(@ChosenFrom(Named.LEVELS) List<Integer> levels, @Nullable BigDecimal least,
			@Nullable BigDecimal most) {

		private boolean admits(List<Integer> answers) {
			BigDecimal counted = BigDecimal.valueOf(answers.stream().filter(this.levels::contains).count())
				.multiply(Node.HUNDRED);
			BigDecimal all = BigDecimal.valueOf(answers.size());
			return (this.least == null || counted.compareTo(this.least.multiply(all)) >= 0)
					&& (this.most == null || counted.compareTo(this.most.multiply(all)) <= 0);
		}

	}

	/**
	 * What makes a sheet invalid.
	 *
	 * @param rule which rule
	 * @param share the share that it breaks, or null
	 */
	public record Breach(Rule rule, @Nullable Share share) {
	}

	/** A rule that a sheet can break. */
	public enum Rule {

		SHARE, ALIKE, PLACE_TWICE

	}

	/**
	 * The first rule that a sheet breaks.
	 * @param ballots the answers of each ballot, by item; answers are stored codes
	 */
	public Optional<Breach> breach(List<List<Integer>> ballots) {
		List<Integer> answers = ballots.stream().flatMap(Collection::stream).toList();
		Optional<Breach> share = this.shares.stream()
			.filter((each) -> !answers.isEmpty() && !each.admits(answers))
			.findFirst()
			.map((each) -> new Breach(Rule.SHARE, each));
		return share.or(() -> breach(Rule.ALIKE, this.refuseAlike && allAlike(answers)))
			.or(() -> breach(Rule.PLACE_TWICE, this.placesOnce && hasPlaceTwice(ballots)));
	}

	private static Optional<Breach> breach(Rule rule, boolean broken) {
		return broken ? Optional.of(new Breach(rule, null)) : Optional.empty();
	}

	private static boolean allAlike(List<Integer> answers) {
		return answers.size() > 1 && answers.stream().distinct().count() == 1;
	}

	/** Whether two units have the same place for the same item. */
	private static boolean hasPlaceTwice(List<List<Integer>> ballots) {
		int items = ballots.stream().mapToInt(List::size).max().orElse(0);
		return IntStream.range(0, items)
			.anyMatch((item) -> !ballots.stream()
				.filter((ballot) -> item < ballot.size())
				.map((ballot) -> ballot.get(item))
				.allMatch(new HashSet<>()::add));
	}

}
