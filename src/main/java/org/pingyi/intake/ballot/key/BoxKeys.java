package org.pingyi.intake.ballot.key;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.pingyi.base.secret.CipherSuite;
import org.pingyi.base.secret.KeyErased;
import org.pingyi.base.secret.KeyedHash;
import org.pingyi.base.secret.Keys;
import org.pingyi.base.secret.KeysRefused;
import org.pingyi.base.secret.Pseudonyms;
import org.pingyi.rules.cycle.CycleOpened;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The keys under which ballots wait for the seal: one for each span of time, which is
 * erased soon after it, and one for each cycle, for those that wait until its close.
 */
@Component
public class BoxKeys {

	/**
	 * How long a key outlives its span: nobody is on the way to the database for that
	 * long, and the clocks of nodes are not that far apart. Whoever is later all the same
	 * is refused by the statement that inserts.
	 */
	private static final Duration GRACE = Duration.ofMinutes(10);

	private final Keys keys;

	private final Pseudonyms pseudonyms;

	private final CipherSuite suite;

	private final Clock clock;

	private final long span;

	private final Map<Integer, BoxKey> known = new ConcurrentHashMap<>();

	/** Since when this node has known each. */
	private final Map<Integer, Instant> since = new ConcurrentHashMap<>();

	private final CurrentKey current;

	/**
	 * @param span how long a key is used for what comes in
	 */
	BoxKeys(Keys keys, Pseudonyms pseudonyms, CipherSuite suite, Clock clock,
			@Value("${pingyi.keys.span:2h}") Duration span) {
		this.keys = keys;
		this.pseudonyms = pseudonyms;
		this.suite = suite;
		this.clock = clock;
		this.span = span.toMillis();
		this.current = new CurrentKey(clock, this::span, () -> create(span()), this::newest);
	}

	/** What comes in now is encrypted under this one. */
	public BoxKey current() {
		return this.current.get();
	}

	private int span() {
		return Math.toIntExact(this.clock.millis() / this.span);
	}

	private Optional<BoxKey> newest() {
		return numbers().filter((number) -> number > 0).max(Comparator.naturalOrder()).flatMap(this::find);
	}

	/** A clock that is late may name a span that is over for all others. */
	private BoxKey create(int number) {
		try {
			return knownOrMade(number);
		}
		catch (KeyErased ex) {
			return create(number + 1);
		}
	}

	private BoxKey knownOrMade(int number) {
		BoxKey key = this.known.get(number);
		return (key != null) ? key : made(number);
	}

	/** Two may ask for it at once; both get the same. */
	private BoxKey made(int number) {
		BoxKey key = of(number, this.suite.keyedHash(this.keys.create(BoxKey.name(number))));
		this.since.put(number, this.clock.instant());
		return keep(key);
	}

	private BoxKey keep(BoxKey key) {
		BoxKey before = this.known.putIfAbsent(key.number(), key);
		return (before != null) ? before : key;
	}

	/** Makes the key of the next span, so that nobody who votes waits for it. */
	public void prepare() {
		this.current.prepare(() -> create(span() + 1));
	}

	/** What waits until the close is encrypted under this one. */
	public BoxKey close(long cycle) {
		return knownOrMade(Math.toIntExact(-cycle));
	}

	/**
	 * The key of a number; empty when there is none any more, or never was.
	 * @throws KeysRefused when it is needed and in no directory
	 */
	public Optional<BoxKey> find(int number) {
		BoxKey key = this.known.get(number);
		if (key != null) {
			return Optional.of(key);
		}
		Optional<KeyedHash> hash = (number == BoxKey.OF_THE_SECRET) ? Optional.of(this.pseudonyms.hash())
				: this.keys.find(BoxKey.name(number)).map(this.suite::keyedHash);
		return hash.map((found) -> keep(of(number, found)));
	}

	private BoxKey of(int number, KeyedHash hash) {
		return BoxKey.of(number, hash, this.suite);
	}

	/** The keys in use whose span has been over for a while. */
	public List<Integer> over() {
		int latest = Math.toIntExact((this.clock.millis() - GRACE.toMillis()) / this.span) - 1;
		return numbers().filter((number) -> number > 0 && number <= latest).sorted().toList();
	}

	/**
	 * Those of them that nobody uses any more: this node has known a later one for a
	 * while.
	 */
	public List<Integer> replaced() {
		Instant now = this.clock.instant();
		Set<Integer> used = numbers().collect(Collectors.toSet());
		this.since.keySet().retainAll(used);
		used.forEach((number) -> this.since.putIfAbsent(number, now));
		int newest = this.since.entrySet()
			.stream()
			.filter((key) -> !now.isBefore(key.getValue().plus(GRACE)))
			.mapToInt(Map.Entry::getKey)
			.max()
			.orElse(0);
		return over().stream().filter((number) -> number < newest).toList();
	}

	/** The cycles whose key of the close is in use. */
	public List<Long> closeable() {
		return numbers().filter((number) -> number < 0).map((number) -> -number.longValue()).sorted().toList();
	}

	private Stream<Integer> numbers() {
		return Stream.concat(this.keys.inUse("box-").stream().map((name) -> Integer.valueOf(name.substring(4))),
				this.keys.inUse("close-").stream().map((name) -> -Integer.parseInt(name.substring(6))));
	}

	/**
	 * Gives a key up, in the caller's transaction; once that is committed this node
	 * forgets it, and the others with their next {@link #forget()}.
	 */
	public void erase(int number) {
		this.keys.erase(BoxKey.name(number));
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCommit() {
				forget();
			}

		});
	}

	/** Forgets what was erased, be it by another node. */
	public void forget() {
		Set<Integer> used = numbers().collect(Collectors.toSet());
		this.known.keySet().removeIf((number) -> number != BoxKey.OF_THE_SECRET && !used.contains(number));
		this.current.keepOnly(used);
	}

	/** Looks anew what there is: a year that opens may be another of the same number. */
	@EventListener
	public void onOpened(CycleOpened opened) {
		this.known.clear();
		this.current.clear();
	}

}
