package org.pingyi.intake.ballot.key;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

	private static final Logger logger = LoggerFactory.getLogger(BoxKeys.class);

	private final Keys keys;

	private final Pseudonyms pseudonyms;

	private final CipherSuite suite;

	private final Clock clock;

	private final long span;

	private final Map<Integer, BoxKey> known = new ConcurrentHashMap<>();

	private volatile @Nullable BoxKey current;

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
	}

	/** What comes in now is encrypted under this one. */
	public BoxKey current() {
		BoxKey key = this.current;
		return (key != null && key.number() >= span()) ? key : next();
	}

	private int span() {
		return Math.toIntExact(this.clock.millis() / this.span);
	}

	/**
	 * When the next one cannot be made, ballots go on under the last one: it is in all
	 * directories.
	 */
	private synchronized BoxKey next() {
		BoxKey last = this.current;
		try {
			BoxKey next = create(span());
			this.current = next;
			return next;
		}
		catch (UncheckedIOException | KeysRefused ex) {
			if (last == null) {
				throw ex;
			}
			logger.error("The key of this span cannot be made; the last one is used on", ex);
			return last;
		}
	}

	/** A clock that is late may name a span that is over for all others. */
	private BoxKey create(int number) {
		try {
			return this.known.computeIfAbsent(number, (any) -> made(number));
		}
		catch (KeyErased ex) {
			return create(number + 1);
		}
	}

	private BoxKey made(int number) {
		return of(number, this.suite.keyedHash(this.keys.create(BoxKey.name(number))));
	}

	/** Makes the key of the next span, so that nobody who votes waits for it. */
	public void prepare() {
		create(span() + 1);
	}

	/** What waits until the close is encrypted under this one. */
	public BoxKey close(long cycle) {
		return this.known.computeIfAbsent(Math.toIntExact(-cycle), this::made);
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
		return hash.map((found) -> this.known.computeIfAbsent(number, (any) -> of(number, found)));
	}

	private BoxKey of(int number, KeyedHash hash) {
		return BoxKey.of(number, hash, this.suite);
	}

	/** The keys in use whose span has been over for a while. */
	public List<Integer> over() {
		int latest = Math.toIntExact((this.clock.millis() - GRACE.toMillis()) / this.span) - 1;
		return numbers().filter((number) -> number > 0 && number <= latest).sorted().toList();
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
		BoxKey key = this.current;
		if (key != null && !used.contains(key.number())) {
			this.current = null;
		}
	}

	/** Looks anew what there is: a year that opens may be another of the same number. */
	@EventListener
	public void onOpened(CycleOpened opened) {
		this.known.clear();
		this.current = null;
	}

}
