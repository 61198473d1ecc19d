package org.pingyi.intake.ballot.company;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who is sealed before the close: nobody without company of their own group, neither
 * those who go nor those who stay.
 */
class WaitingGroupsTests {

	private static final long SEED = 20261128;

	private static final int TRIALS = 500;

	private static final int COMPANY = 25;

	private static final int STAYING = 50;

	private static final String ALTERED = "altered";

	@Test
	void letsNobodyGoWhenNoGroupHasFifty() {
		WaitingGroups groups = waiting(Map.of("citizen", 49, "leader", 49, "delegate", 49, "firm", 1));
		groups.addAltered(ALTERED + "/0");
		assertThat(going(groups)).isEmpty();
		assertThat(groups.whole()).isEqualTo(148);
		assertThat(groups.all()).hasSize(149);
	}

	/** What stays of 60 would be fewer than 50 with the leaders, or what goes than 25. */
	@Test
	void letsNobodyGoOfSixtyBesideFourLeaders() {
		Map<String, Integer> sizes = Map.of("citizen", 60, "leader", 4);
		List<String> going = going(waiting(sizes));
		assertThat(isSafe(sizes, going)).isTrue();
		assertThat(going).isEmpty();
	}

	@Test
	void letsThirtyFiveGoOfSixtyWhenOthersEnoughStay() {
		Map<String, Integer> sizes = Map.of("citizen", 60, "leader", 25);
		assertThat(counts(going(waiting(sizes)))).containsExactly(Map.entry("citizen", 35L));
	}

	@Test
	void letsTheFirstGoWhenTwentyFiveCanAndFiftyStayWithTheLeaders() {
		assertThat(going(waiting(Map.of("citizen", 70, "leader", 4)))).isEmpty();
		Map<String, Integer> sizes = Map.of("citizen", 71, "leader", 4);
		List<String> going = going(waiting(sizes));
		assertThat(counts(going)).as("no leader goes").containsExactly(Map.entry("citizen", 25L));
		assertThat(isSafe(sizes, going)).isTrue();
	}

	@Test
	void letsEachLargeGroupGoButForTwentyFive() {
		Map<String, Integer> sizes = Map.of("citizen", 200, "firm", 50, "delegate", 49);
		assertThat(counts(going(waiting(sizes))))
			.containsExactlyEntriesOf(new TreeMap<>(Map.of("citizen", 175L, "firm", 25L)));
	}

	@Test
	void tellsGroupsApartByAllThatASealedBallotShows() {
		WaitingGroups groups = new WaitingGroups();
		List<Group> alike = List.of(new Group("ONLINE", "citizen", 1, 0), new Group("WINDOW", "citizen", 1, 0),
				new Group("ONLINE", "leader", 1, 0), new Group("ONLINE", "citizen", 2, 0),
				new Group("ONLINE", "citizen", 1, 1));
		alike.forEach((group) -> IntStream.range(0, 49).forEach((place) -> groups.add(group, group + "/" + place)));
		assertThat(going(groups)).isEmpty();
	}

	@Test
	void letsWhatWasAlteredGoAlongAndCountsItForNobodysCompany() {
		WaitingGroups few = waiting(Map.of("citizen", 70, "leader", 4));
		WaitingGroups enough = waiting(Map.of("citizen", 100));
		IntStream.range(0, 30).forEach((place) -> {
			few.addAltered(ALTERED + "/" + place);
			enough.addAltered(ALTERED + "/" + place);
		});
		assertThat(going(few)).isEmpty();
		assertThat(counts(going(enough))).containsExactlyEntriesOf(new TreeMap<>(Map.of(ALTERED, 30L, "citizen", 50L)));
		assertThat(enough.whole()).as("those who stay").isEqualTo(50);
		assertThat(enough.all()).hasSize(50).noneMatch((place) -> place.startsWith(ALTERED));
	}

	/** Otherwise whoever came first would stay, or go. */
	@Test
	void leavesItToTheShuffleWhoStays() {
		WaitingGroups groups = waiting(Map.of("citizen", 100));
		assertThat(groups.takeThoseWithCompany(Collections::reverse)).contains("citizen/0")
			.doesNotContain("citizen/99");
		assertThat(waiting(Map.of("citizen", 100)).takeThoseWithCompany((places) -> {
		})).contains("citizen/99").doesNotContain("citizen/0");
	}

	@Test
	void leavesNobodyWithoutCompanyWhateverTheGroups() {
		Random random = new Random(SEED);
		int moved = 0;
		for (int trial = 0; trial < TRIALS; trial++) {
			Map<String, Integer> sizes = sizes(random);
			List<String> going = waiting(sizes).takeThoseWithCompany((places) -> Collections.shuffle(places, random));
			assertThat(isSafe(sizes, going)).as("%d: %s", trial, sizes).isTrue();
			moved += going.isEmpty() ? 0 : 1;
		}
		assertThat(moved).as("trials in which somebody goes").isBetween(TRIALS / 4, TRIALS - TRIALS / 20);
	}

	/** The control: the plain rule, which looks at no groups, is found out. */
	@Test
	void findsThoseWithoutCompanyWhenAllButFiftyGo() {
		assertThat(unsafe((places) -> places.subList(Math.min(STAYING, places.size()), places.size())))
			.isGreaterThan(TRIALS / 2);
		assertThat(unsafe((places) -> List.of())).isZero();
	}

	@Test
	void givesEachBatchCompanyAndLeavesTheSameAsOneWouldWhateverTheGroups() {
		Random random = new Random(SEED);
		int divided = 0;
		for (int trial = 0; trial < TRIALS; trial++) {
			Map<String, Integer> sizes = sizes(random);
			WaitingGroups groups = waiting(sizes);
			List<List<String>> batches = groups.takeInBatches(1 + random.nextInt(100),
					(places) -> Collections.shuffle(places, random));
			List<String> going = batches.stream().flatMap(List::stream).toList();
			assertThat(isSafe(sizes, going)).as("%d: %s", trial, sizes).isTrue();
			assertThat(counts(going)).isEqualTo(counts(going(waiting(sizes))));
			assertThat(groups.all()).noneMatch(going::contains).hasSize(total(sizes) - going.size());
			assertThat(batches.stream().allMatch(WaitingGroupsTests::hasCompany)).as("%d: %s", trial, batches).isTrue();
			divided += (batches.size() > 1) ? 1 : 0;
		}
		assertThat(divided).as("trials with several batches").isGreaterThan(TRIALS / 4);
	}

	/** The control: batches that look at no groups are found out. */
	@Test
	void findsThoseWithoutCompanyWhereBatchesAreCutByLot() {
		List<String> going = new ArrayList<>(going(waiting(Map.of("citizen", 200, "firm", 60))));
		Collections.shuffle(going, new Random(SEED));
		assertThat(hasCompany(going.subList(0, 50))).isFalse();
		assertThat(hasCompany(going)).isTrue();
	}

	private static boolean hasCompany(List<String> batch) {
		return counts(batch).values().stream().allMatch((number) -> number >= COMPANY);
	}

	private static int total(Map<String, Integer> sizes) {
		return sizes.values().stream().mapToInt(Integer::intValue).sum();
	}

	/** In how many trials a rule leaves somebody without company. */
	private static long unsafe(Function<List<String>, List<String>> rule) {
		Random random = new Random(SEED);
		return IntStream.range(0, TRIALS).filter((trial) -> {
			Map<String, Integer> sizes = sizes(random);
			List<String> places = new ArrayList<>(waiting(sizes).all());
			Collections.shuffle(places, random);
			return !isSafe(sizes, rule.apply(places));
		}).count();
	}

	/** Up to six groups of up to 120, some of them at the bounds. */
	private static Map<String, Integer> sizes(Random random) {
		Map<String, Integer> sizes = new TreeMap<>();
		int groups = 1 + random.nextInt(6);
		for (int group = 0; group < groups; group++) {
			int size = random.nextBoolean() ? 1 + random.nextInt(120) : 1 + random.nextInt(10);
			sizes.put("class-" + group, (random.nextInt(5) == 0) ? 49 + random.nextInt(3) : size);
		}
		return sizes;
	}

	/** Nobody goes, or all have company, and nobody goes twice. */
	private static boolean isSafe(Map<String, Integer> sizes, List<String> going) {
		Map<String, Long> counts = counts(going);
		long all = sizes.values().stream().mapToLong(Integer::longValue).sum();
		return going.isEmpty() || all - going.size() >= STAYING && new HashSet<>(going).size() == going.size() && counts
			.entrySet()
			.stream()
			.allMatch((gone) -> gone.getValue() >= COMPANY && sizes.get(gone.getKey()) - gone.getValue() >= COMPANY);
	}

	private static Map<String, Long> counts(List<String> places) {
		return places.stream()
			.collect(Collectors.groupingBy((place) -> place.substring(0, place.indexOf('/')), TreeMap::new,
					Collectors.counting()));
	}

	private static List<String> going(WaitingGroups groups) {
		Random random = new Random(SEED);
		return groups.takeThoseWithCompany((places) -> Collections.shuffle(places, random));
	}

	private static WaitingGroups waiting(Map<String, Integer> sizes) {
		WaitingGroups groups = new WaitingGroups();
		new TreeMap<>(sizes).forEach((raters, size) -> IntStream.range(0, size)
			.forEach((place) -> groups.add(new Group("ONLINE", raters, 1, 0), raters + "/" + place)));
		return groups;
	}

}
