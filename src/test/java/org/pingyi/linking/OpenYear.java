package org.pingyi.linking;

import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import org.pingyi.base.secret.KeyedHash;
import org.pingyi.base.secret.Pseudonyms;
import org.pingyi.intake.ballot.BallotSamples;
import org.pingyi.intake.ballot.Receipt;
import org.pingyi.rules.scoring.Item;

/**
 * Notes what people answer while a year is open, and by which values they are known: what
 * each answers about a unit is drawn by lot among what nobody else answers about it.
 */
final class OpenYear {

	private static final int LEVELS = 5;

	/** Five levels to four items tell 625 people apart. */
	private static final int TELLING = 4;

	private static final int BITS = 10;

	private static final int FIRST = 6;

	private final long cycle;

	private final KeyedHash rights;

	private final Pseudonyms pseudonyms;

	private final BallotSamples ballots;

	private final Random random;

	private final List<Rating> ratings = new ArrayList<>();

	private final Map<String, Set<Integer>> values = new HashMap<>();

	private final List<Request> requests = new ArrayList<>();

	private final Map<Rating.Group, Deque<Integer>> patterns = new HashMap<>();

	OpenYear(long cycle, KeyedHash rights, Pseudonyms pseudonyms, BallotSamples ballots, Random random) {
		this.ballots = ballots;
		this.cycle = cycle;
		this.rights = rights;
		this.pseudonyms = pseudonyms;
		this.random = random;
	}

	/** What somebody answers about a unit. */
	record Answers(Rating rating, Map<String, Integer> byItem) {
	}

	/**
	 * Draws somebody's answers about a unit.
	 * @param people how many will be asked about it on the channel
	 */
	Answers answers(String kind, String channel, long unit, List<Item> items, int people) {
		int pattern = this.patterns.computeIfAbsent(new Rating.Group(channel, unit), (group) -> shuffled(people)).pop();
		Map<String, Integer> answers = new LinkedHashMap<>();
		long packed = 0;
		for (int item = 0, rest = pattern; item < items.size(); item++, rest /= LEVELS) {
			int code = 1 + ((item < TELLING) ? rest % LEVELS : 0);
			answers.put(items.get(item).code(), code);
			packed |= (item < FIRST) ? (code + 1L) << (item * BITS) : 0;
		}
		Rating rating = new Rating(this.ratings.size(), kind, channel, unit, packed,
				"意见" + new UUID(this.random.nextLong(), this.random.nextLong()));
		this.ratings.add(rating);
		return new Answers(rating, answers);
	}

	private Deque<Integer> shuffled(int number) {
		List<Integer> all = new ArrayList<>(IntStream.range(0, number).boxed().toList());
		Collections.shuffle(all, this.random);
		return new ArrayDeque<>(all);
	}

	/** Notes what a right and a receipt become in the database. */
	void taken(Rating rating, String right, Receipt receipt) {
		HexFormat hex = HexFormat.of();
		String receiptHash = hex.formatHex(this.ballots.receiptHash(receipt.code()));
		known(rating, hex.formatHex(this.rights.mac("ballot.right", String.valueOf(this.cycle), rating.channel(),
				String.valueOf(rating.unit()), right)));
		known(rating, this.rights.of("vote.won", right));
		known(rating, this.rights.of("vote.device.right", right));
		known(rating, receiptHash);
		known(rating, hex.formatHex(this.pseudonyms.mac("ballot.waiting", receiptHash)));
	}

	/** Notes a value by which somebody is known. */
	void known(Rating rating, String value) {
		this.values.computeIfAbsent(value, (any) -> new HashSet<>()).add(rating.number());
	}

	/** Notes what the proxy receives of somebody: a page, its style sheet, the form. */
	void requested(ZonedDateTime at, String address, String path) {
		this.requests.add(new Request(at.minusSeconds(40), address, "GET", path, 200));
		this.requests.add(new Request(at.minusSeconds(40), address, "GET", "/assets/base/web/public.css", 200));
		this.requests.add(new Request(at, address, "POST", path, 303));
	}

	long cycle() {
		return this.cycle;
	}

	Random random() {
		return this.random;
	}

	List<Request> requests() {
		return this.requests;
	}

	List<Rating> ratings() {
		return this.ratings;
	}

	Map<String, Set<Integer>> values() {
		return this.values;
	}

}
