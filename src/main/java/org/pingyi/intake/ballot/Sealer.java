package org.pingyi.intake.ballot;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.pingyi.intake.ballot.company.BallotsMissing;
import org.pingyi.intake.ballot.company.Group;
import org.pingyi.intake.ballot.company.SealingPlan;
import org.pingyi.intake.ballot.company.TooFewWhole;
import org.pingyi.intake.ballot.company.WaitingGroups;
import org.pingyi.intake.ballot.log.AcceptedCounts;
import org.pingyi.intake.ballot.log.Logs;
import org.pingyi.intake.ballot.tally.Tally;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decrypts waiting ballots, shuffles them into the sealed ones, counts them and signs the
 * grown log, all in one transaction; one sealer at a time over all nodes. Opinions wait
 * until the close: nobody may read them before.
 */
@Component
class Sealer {

	private static final Logger logger = LoggerFactory.getLogger(Sealer.class);

	/** So many are in memory at once; more would delay those who vote meanwhile. */
	static final int MOST = 5_000;

	/** So many stay until the close, when the last are sealed with them. */
	static final int MIN_ANONYMITY_SET = WaitingGroups.STAYING;

	private final SecureRandom random = new SecureRandom();

	private final WaitingBallots waiting;

	private final SealedBallotRepository sealed;

	private final Logs logs;

	private final AcceptedCounts accepted;

	private final long tolerated;

	/**
	 * @param tolerated how many ballots of a year may be gone or altered when it is
	 * sealed; {@code pingyi.closing.missing}
	 */
	Sealer(WaitingBallots waiting, SealedBallotRepository sealed, Logs logs, AcceptedCounts accepted,
			@Value("${pingyi.closing.missing:0}") long tolerated) {
		this.waiting = waiting;
		this.sealed = sealed;
		this.logs = logs;
		this.accepted = accepted;
		this.tolerated = tolerated;
	}

	/**
	 * Seals everything that waits in one shuffle, so that those who are few have all of
	 * their group for company.
	 * @return how many ballots waited
	 * @throws BallotsMissing when some are gone or altered: whoever took all but one of a
	 * group away would read the last one's answers off the log; nothing is sealed
	 */
	@Transactional
	public long sealAll(long cycle) {
		begin(cycle);
		List<String> places = this.waiting.groups(cycle).all();
		seal(cycle, places, new HashSet<>());
		requireAllThere(cycle);
		this.waiting.keepMissing(cycle);
		sealOpinions(cycle);
		return places.size();
	}

	/**
	 * Seals those that have company, in one shuffle. The others go on waiting, and of
	 * each group some, for those who come last to hide among.
	 * @param fewest how many must wait; with fewer, as when another node has just sealed,
	 * nothing happens
	 * @return how many still wait
	 * @throws TooFewWhole when too much of it was altered or doubled for the rest to hide
	 * in; all of it goes on waiting, for the close
	 */
	@Transactional
	public long sealSome(long cycle, int fewest) {
		begin(cycle);
		long waiting = this.waiting.count(cycle, fewest);
		if (waiting < fewest) {
			return waiting;
		}
		WaitingGroups groups = this.waiting.groups(cycle);
		requireAnonymity(cycle, groups.whole(), MIN_ANONYMITY_SET);
		List<String> places = groups.takeThoseWithCompany(this::shuffle);
		if (!places.isEmpty()) {
			Set<ByteBuffer> receipts = new HashSet<>();
			Map<Group, Long> gone = seal(cycle, places, receipts);
			gone.values().forEach((whole) -> requireAnonymity(cycle, whole, WaitingGroups.COMPANY));
			requireAnonymityOfThoseWhoStay(cycle, groups, gone.keySet(), receipts);
		}
		return groups.all().size();
	}

	/**
	 * Divides what waits at the close into batches of those that have company, and those
	 * who stay for the last, in which all others are sealed with them.
	 * @param size about so many are in a batch; there is none but the last when no more
	 * wait
	 * @throws TooFewWhole when some of those who stay were doubled or put back
	 */
	@Transactional
	public SealingPlan plan(long cycle, int size) {
		begin(cycle);
		WaitingGroups groups = this.waiting.groups(cycle);
		if (groups.whole() <= size) {
			return SealingPlan.NOTHING_BEFORE_THE_LAST;
		}
		List<List<String>> batches = groups.takeInBatches(size, this::shuffle);
		Set<ByteBuffer> staying = new HashSet<>();
		long whole = slices(groups.all()).stream()
			.mapToLong((slice) -> this.waiting.countWhole(cycle, slice, staying))
			.sum();
		requireAnonymity(cycle, whole, groups.whole());
		return new SealingPlan(batches, staying);
	}

	/**
	 * Seals a batch of a plan in one shuffle. Places may have got other rows since the
	 * plan was made; they are read anew, and no fewer may be whole than were planned.
	 * @param staying receipts of those who stay, none of which may be among them
	 * @throws TooFewWhole when some were altered, doubled, or encrypted anew since the
	 * plan; nothing of the batch is sealed
	 */
	@Transactional
	public void sealBatch(long cycle, List<String> places, Set<ByteBuffer> staying) {
		begin(cycle);
		Map<Group, Long> gone = seal(cycle, places, new HashSet<>(staying));
		requireAnonymity(cycle, gone.values().stream().mapToLong(Long::longValue).sum(), places.size());
		gone.values().forEach((whole) -> requireAnonymity(cycle, whole, WaitingGroups.COMPANY));
	}

	/** Rights may be deleted with their ballots; what voters were told may not. */
	private void requireAllThere(long cycle) {
		long known = Math.max(this.sealed.rights(cycle), this.accepted.total(cycle));
		long missing = known - this.sealed.nextPosition(cycle);
		if (missing > this.tolerated) {
			throw new BallotsMissing(cycle, missing);
		}
	}

	/** A copy is nobody's company, least of all that of its original. */
	private void requireAnonymityOfThoseWhoStay(long cycle, WaitingGroups groups, Set<Group> gone,
			Set<ByteBuffer> receipts) {
		for (Group group : gone) {
			List<String> staying = groups.of(group);
			requireAnonymity(cycle, this.waiting.countWhole(cycle, staying, receipts), staying.size());
		}
	}

	/** One at a time over all nodes; what waits is read after that. */
	private void begin(long cycle) {
		this.sealed.lock(cycle);
	}

	private static void requireAnonymity(long cycle, long whole, long least) {
		if (whole < least) {
			throw new TooFewWhole(cycle, whole);
		}
	}

	/**
	 * Everything is taken out with one statement at the end and every order is a new one:
	 * ballots, receipts and what was taken out say nothing of one another.
	 * @param seen receipts of what was sealed, which are added
	 * @return how many of each group are whole
	 */
	private Map<Group, Long> seal(long cycle, List<String> places, Set<ByteBuffer> seen) {
		Map<Group, Long> groups = new HashMap<>();
		Map<Tally, Long> bars = new HashMap<>();
		List<byte[]> receipts = new ArrayList<>();
		long from = this.sealed.nextPosition(cycle);
		for (List<String> slice : slices(places)) {
			List<WaitingBallot> ballots = this.waiting.ballots(cycle, slice, seen);
			shuffle(ballots);
			place(cycle, from + receipts.size(), ballots);
			ballots.forEach((ballot) -> {
				receipts.add(ballot.receiptHash());
				groups.merge(WaitingBallots.group(ballot), 1L, Long::sum);
				ballot.bars().forEach((bar) -> bars.merge(bar, 1L, Long::sum));
			});
		}
		this.sealed.tallies(cycle, bars);
		this.waiting.removeBallots(cycle, places, receipts);
		shuffle(receipts);
		this.sealed.receipts(cycle, from, receipts);
		this.logs.sign(cycle);
		logger.info("Sealed {} ballots of cycle {}", receipts.size(), cycle);
		return groups;
	}

	private void place(long cycle, long from, List<WaitingBallot> ballots) {
		if (!ballots.isEmpty()) {
			this.sealed.ballots(cycle, from, ballots);
			this.sealed.opinions(cycle, ballots.stream().map(WaitingBallot::opinion).toList());
		}
	}

	private void sealOpinions(long cycle) {
		List<String> places = this.waiting.opinionPlaces(cycle);
		slices(places).forEach((slice) -> this.sealed.opinions(cycle, this.waiting.opinions(cycle, slice)));
		this.waiting.removeOpinions(cycle, places);
	}

	/** Parts of one size, each with a few thousand of all by lot. */
	private List<List<String>> slices(List<String> places) {
		shuffle(places);
		List<List<String>> slices = new ArrayList<>();
		int parts = Math.ceilDiv(places.size(), MOST);
		for (int part = 0; part < parts; part++) {
			slices.add(places.subList((int) ((long) places.size() * part / parts),
					(int) ((long) places.size() * (part + 1) / parts)));
		}
		return slices;
	}

	/** Any order is as likely as any other; only tests have another one. */
	<T> void shuffle(List<T> batch) {
		Collections.shuffle(batch, this.random);
	}

}
