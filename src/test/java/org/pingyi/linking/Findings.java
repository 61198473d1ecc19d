package org.pingyi.linking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * How often an attacker is right who puts two orders side by side: the first person in
 * one is said to have given the first ballot about that unit in the other, and so on, or
 * the last. Of all attacks from a source the one that was right most often counts.
 * <p>
 * Ballots that lie in no order at all are guessed right once in each group, with a
 * variance of one, as fixed points of a random permutation. A source is let through when
 * it is right no more often than it would be by luck, once in ten thousand times, if it
 * gave 4 % more than chance (Poisson, which is wider): the bound holds up to that luck,
 * which each line states.
 */
final class Findings {

	/** Of all guesses, beyond chance. */
	static final double BOUND = 0.04;

	/** Standard deviations that luck exceeds once in ten thousand times. */
	private static final double LUCK = 3.72;

	static final String ALL = "all";

	private final Map<Line, Map<String, Count>> counts = new LinkedHashMap<>();

	private record Line(String source, String kind) {
	}

	private record Count(long ratings, double chance, long right) {

		Count plus(Count other) {
			return new Count(this.ratings + other.ratings, this.chance + other.chance, this.right + other.right);
		}

	}

	/**
	 * What the best attack of a source found out about people of a kind.
	 *
	 * @param chance how many guesses would be right by chance
	 */
	record Finding(String source, String kind, String attack, long ratings, double chance, long right) {

		/** Of all guesses, how many more were right than by chance. */
		double over() {
			return (this.right - this.chance) / this.ratings;
		}

		/** Of all guesses, how many more may be right by luck where the bound is kept. */
		double luck() {
			double mean = this.chance + BOUND * this.ratings;
			// The second term of Cornish and Fisher: Poisson is skew.
			return (LUCK * Math.sqrt(mean) + (LUCK * LUCK - 1) / 6) / this.ratings;
		}

		/** What it may be over without being taken for a link. */
		double bound() {
			return BOUND + luck();
		}

		boolean links() {
			return over() > bound();
		}

		String row() {
			return "| %s | %s | %d | %d | %.1f %% | %+.1f %% | %.1f %% |".formatted(this.source, this.kind,
					this.ratings, this.right, 100 * this.chance / this.ratings, 100 * over(), 100 * luck());
		}

	}

	/** Tries every order of people against every order of ballots, both ways. */
	void attack(String source, List<Rating> ratings, Sightings people, Sightings ballots) {
		Ranks ranks = new Ranks(ratings, new Random(source.hashCode()));
		Map<String, int[]> ofPeople = ranks.of(people);
		Map<String, int[]> ofBallots = ranks.of(ballots);
		ofPeople.forEach((one, persons) -> ofBallots.forEach((other, said) -> {
			count(source, one + " ~ " + other, ranks, (rating) -> persons[rating] == said[rating]);
			count(source, one + " ~ reversed " + other, ranks,
					(rating) -> persons[rating] == ranks.size(rating) - 1 - said[rating]);
		}));
	}

	private void count(String source, String attack, Ranks ranks, IntPredicate right) {
		Map<String, Count> byKind = new HashMap<>();
		ranks.kinds().forEach((kind, ratings) -> {
			long hits = Arrays.stream(ratings).filter(right).count();
			double chance = Arrays.stream(ratings).mapToDouble((rating) -> 1.0 / ranks.size(rating)).sum();
			byKind.put(kind, new Count(ratings.length, chance, hits));
		});
		byKind.put(ALL, byKind.values().stream().reduce(Count::plus).orElseThrow());
		byKind.forEach((kind, count) -> this.counts.computeIfAbsent(new Line(source, kind), (line) -> new HashMap<>())
			.merge(attack, count, Count::plus));
	}

	void addAll(Findings others) {
		others.counts.forEach((line, attacks) -> attacks
			.forEach((attack, count) -> this.counts.computeIfAbsent(line, (any) -> new HashMap<>())
				.merge(attack, count, Count::plus)));
	}

	/** The best attack of each source on each kind of people. */
	List<Finding> best() {
		return this.counts.entrySet()
			.stream()
			.map((line) -> line.getValue()
				.entrySet()
				.stream()
				.map((attack) -> finding(line.getKey(), attack.getKey(), attack.getValue()))
				.max(Comparator.comparingDouble(Finding::over).thenComparing(Finding::attack))
				.orElseThrow())
			.toList();
	}

	private static Finding finding(Line line, String attack, Count count) {
		return new Finding(line.source(), line.kind(), attack, count.ratings(), count.chance(), count.right());
	}

	String table() {
		return "| source | who | ballots | guessed right | chance | over chance | luck |\n|---|---|---|---|---|---|---|\n"
				+ best().stream().map(Finding::row).collect(Collectors.joining("\n")) + "\n";
	}

	/**
	 * Ranks of ratings among those of their group; what is not seen comes last, by lot.
	 */
	private static final class Ranks {

		private final List<Rating> ratings;

		private final Map<Rating.Group, List<Rating>> groups;

		private final Map<String, int[]> kinds = new TreeMap<>();

		private final int[] sizes;

		private final Random random;

		Ranks(List<Rating> ratings, Random random) {
			this.ratings = ratings;
			this.groups = ratings.stream().collect(Collectors.groupingBy(Rating::group));
			this.sizes = ratings.stream().mapToInt((rating) -> this.groups.get(rating.group()).size()).toArray();
			ratings.stream()
				.collect(Collectors.groupingBy(Rating::kind))
				.forEach((kind, those) -> this.kinds.put(kind, those.stream().mapToInt(Rating::number).toArray()));
			this.random = random;
		}

		/** The numbers of the ratings of each kind of people. */
		Map<String, int[]> kinds() {
			return this.kinds;
		}

		/** Of the group of a rating. */
		int size(int rating) {
			return this.sizes[rating];
		}

		Map<String, int[]> of(Sightings sightings) {
			Map<String, int[]> ranks = new LinkedHashMap<>();
			sightings.orders().forEach((order, places) -> ranks.put(order, of(places)));
			if (ranks.isEmpty()) {
				ranks.put("nothing", of(Map.of()));
			}
			return ranks;
		}

		private int[] of(Map<Integer, String> places) {
			int[] ranks = new int[this.ratings.size()];
			this.groups.values().forEach((group) -> {
				List<Rating> sorted = new ArrayList<>(group);
				Collections.shuffle(sorted, this.random);
				sorted.sort(Comparator.comparing((rating) -> places.get(rating.number()),
						Comparator.nullsLast(Comparator.naturalOrder())));
				for (int rank = 0; rank < sorted.size(); rank++) {
					ranks[sorted.get(rank).number()] = rank;
				}
			});
			return ranks;
		}

	}

}
