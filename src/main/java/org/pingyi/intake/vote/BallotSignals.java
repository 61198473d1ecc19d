package org.pingyi.intake.vote;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.pingyi.base.unit.Networks;
import org.pingyi.rules.scoring.Signal;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The signals of ballots that come in online. It only marks them: what follows is the
 * scheme's to say. Addresses and times are looked at and not kept; the arrival rate of
 * each unit is kept in the memory of this node and nowhere else
 * ({@code src/docs/decisions/0008-signals-in-memory.md}).
 */
@Component
public class BallotSignals {

	/** On a shorter form equal answers are no signal. */
	private static final int LONG_FORM = 5;

	private final Networks networks;

	private final Clock clock;

	private final Duration perAnswer;

	private final long burstFloor;

	private final long burstFactor;

	private final Map<Rated, ArrivalRate> rates = new ConcurrentHashMap<>();

	BallotSignals(Networks networks, Clock clock, @Value("${pingyi.vote.signals.reading:500ms}") Duration perAnswer,
			@Value("${pingyi.vote.signals.burst-floor:30}") long burstFloor,
			@Value("${pingyi.vote.signals.burst-factor:5}") long burstFactor) {
		this.networks = networks;
		this.clock = clock;
		this.perAnswer = perAnswer;
		this.burstFloor = burstFloor;
		this.burstFactor = burstFactor;
	}

	private record Rated(long cycle, long unit) {
	}

	/**
	 * The signals of each ballot of a sheet, as bit sets by the number of the unit.
	 * @param address the client's, IPv4 or IPv6
	 * @param sheet answer code by item code, by number of the unit
	 */
	public Map<Long, Integer> of(VotePass pass, String address, Map<Long, Map<String, Integer>> sheet) {
		Instant now = this.clock.instant();
		int all = pass.signals() | (isTooFast(pass, now, sheet.values()) ? Signal.TOO_FAST.bit() : 0);
		Map<Long, Integer> signals = new HashMap<>();
		sheet.forEach((unit, answers) -> signals.put(unit, all | ownNetwork(unit, address) | allAlike(answers.values())
				| burst(new Rated(pass.cycle(), unit), now)));
		return signals;
	}

	private boolean isTooFast(VotePass pass, Instant now, Collection<Map<String, Integer>> sheet) {
		int answers = sheet.stream().mapToInt(Map::size).sum();
		return Duration.between(pass.since(), now).compareTo(this.perAnswer.multipliedBy(answers)) < 0;
	}

	private int ownNetwork(long unit, String address) {
		return this.networks.covers(unit, address) ? Signal.OWN_NETWORK.bit() : 0;
	}

	private static int allAlike(Collection<Integer> answers) {
		return (answers.size() >= LONG_FORM && new HashSet<>(answers).size() == 1) ? Signal.ALL_ALIKE.bit() : 0;
	}

	/**
	 * Counts what the store has taken in, and for the first time: whoever sends the same
	 * again and again must not make a burst of it.
	 */
	public void count(long cycle, List<Long> units) {
		long second = this.clock.instant().getEpochSecond();
		units.forEach((unit) -> rate(new Rated(cycle, unit)).count(second));
	}

	private ArrivalRate rate(Rated unit) {
		return this.rates.computeIfAbsent(unit, (rated) -> new ArrivalRate());
	}

	private int burst(Rated unit, Instant now) {
		return rate(unit).isBurst(now.getEpochSecond(), this.burstFloor, this.burstFactor) ? Signal.BURST.bit() : 0;
	}

}
