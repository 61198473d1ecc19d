package org.pingyi.intake.ballot.company;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The places of all that waits, by group, and who of them can be sealed before the close.
 * Which ballots were taken out together is seen in the database and its log; so a ballot
 * goes with {@value #COMPANY} of its group at least, and as many stay for those who come
 * last to hide among at the close (src/docs/decisions/0018-short-lived-keys.md).
 */
public final class WaitingGroups {

	/** Whoever guesses among so many is right four times in a hundred. */
	public static final int COMPANY = 25;

	/** So many stay in all, whatever their groups. */
	public static final int STAYING = 50;

	private final Map<Group, List<String>> groups = new HashMap<>();

	private final List<String> altered = new ArrayList<>();

	public void add(Group group, String place) {
		this.groups.computeIfAbsent(group, (any) -> new ArrayList<>()).add(place);
	}

	/** What cannot be decrypted has no group. */
	public void addAltered(String place) {
		this.altered.add(place);
	}

	/** How many ballots there are, without those that were altered. */
	public long whole() {
		return this.groups.values().stream().mapToLong(List::size).sum();
	}

	/** Everything that waits. */
	public List<String> all() {
		List<String> all = new ArrayList<>(this.altered);
		this.groups.values().forEach(all::addAll);
		return all;
	}

	/** The places of a group. */
	public List<String> of(Group group) {
		return List.copyOf(this.groups.getOrDefault(group, List.of()));
	}

	/**
	 * Takes out those that can go now, and what was altered with them; nothing when none
	 * can.
	 * @param shuffle brings the places of a group into any order: chance says who stays
	 */
	public List<String> takeThoseWithCompany(Consumer<List<String>> shuffle) {
		List<List<String>> going = takeOfEachGroup(shuffle);
		if (going.isEmpty()) {
			return List.of();
		}
		List<String> places = new ArrayList<>(this.altered);
		going.forEach(places::addAll);
		this.altered.clear();
		return places;
	}

	/**
	 * Takes out the same, for several batches that are sealed one after the other: each
	 * has as many of a group as are company, or none of it. What was altered stays.
	 * @param size about so many are in a batch
	 */
	public List<List<String>> takeInBatches(int size, Consumer<List<String>> shuffle) {
		List<List<String>> going = takeOfEachGroup(shuffle);
		long all = going.stream().mapToLong(List::size).sum();
		List<List<String>> batches = new ArrayList<>();
		while ((long) batches.size() * size < all) {
			batches.add(new ArrayList<>());
		}
		going.forEach((places) -> deal(places, batches));
		return batches;
	}

	/** In as many parts as have company each, to those batches that are smallest yet. */
	private static void deal(List<String> places, List<List<String>> batches) {
		int parts = Math.min(batches.size(), places.size() / COMPANY);
		List<List<String>> smallest = batches.stream()
			.sorted(Comparator.comparingInt(List::size))
			.limit(parts)
			.toList();
		for (int part = 0; part < parts; part++) {
			smallest.get(part)
				.addAll(places.subList((int) ((long) places.size() * part / parts),
						(int) ((long) places.size() * (part + 1) / parts)));
		}
	}

	private List<List<String>> takeOfEachGroup(Consumer<List<String>> shuffle) {
		List<List<String>> large = this.groups.values()
			.stream()
			.filter((places) -> places.size() >= 2 * COMPANY)
			.sorted(Comparator.comparingInt((List<String> places) -> places.size()).reversed())
			.toList();
		long staying = whole() - large.stream().mapToLong((places) -> places.size() - COMPANY).sum();
		int more = (int) Math.max(0, STAYING - staying);
		if (large.isEmpty() || large.getFirst().size() - COMPANY - more < COMPANY) {
			return List.of();
		}
		List<List<String>> going = new ArrayList<>();
		int stay = COMPANY + more;
		for (List<String> places : large) {
			shuffle.accept(places);
			List<String> rest = places.subList(stay, places.size());
			going.add(new ArrayList<>(rest));
			rest.clear();
			stay = COMPANY;
		}
		return going;
	}

}
