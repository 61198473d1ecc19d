package org.pingyi.intake.ballot.key;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.pingyi.base.secret.CipherSuite;
import org.pingyi.base.secret.KeyErased;
import org.pingyi.base.secret.KeyedHash;
import org.pingyi.base.secret.Keys;
import org.pingyi.base.secret.Pseudonyms;
import org.pingyi.rules.cycle.CycleOpened;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The keyed hashes that hide rights and make receipts, one for each cycle: once its key
 * is erased nobody can find out any more who rated whom. It asks by plain JDBC whether
 * there are rights: these have no entity, because they are written many at once.
 */
@NamedInterface("key")
@Component
public class RightKeys {

	private static final String NAME = "pseudonym-";

	private final Keys keys;

	private final Pseudonyms pseudonyms;

	private final CipherSuite suite;

	private final JdbcClient jdbc;

	private final Map<Long, KeyedHash> known = new ConcurrentHashMap<>();

	RightKeys(Keys keys, Pseudonyms pseudonyms, CipherSuite suite, JdbcClient jdbc) {
		this.keys = keys;
		this.pseudonyms = pseudonyms;
		this.suite = suite;
		this.jdbc = jdbc;
	}

	/** That of a cycle, made when it opens; empty once its key was erased. */
	public Optional<KeyedHash> of(long cycle) {
		KeyedHash hash = this.known.get(cycle);
		return (hash != null) ? Optional.of(hash) : found(cycle);
	}

	private Optional<KeyedHash> found(long cycle) {
		try {
			KeyedHash hash = find(cycle).orElseGet(() -> first(cycle));
			this.known.put(cycle, hash);
			return Optional.of(hash);
		}
		catch (KeyErased ex) {
			return Optional.empty();
		}
	}

	private Optional<KeyedHash> find(long cycle) {
		return this.keys.find(NAME + cycle).map(this.suite::keyedHash);
	}

	/**
	 * A cycle that has rights from before there were keys goes on under the secret. A
	 * right that another node has just written is no such one: its key is there by now.
	 */
	private KeyedHash first(long cycle) {
		return (hasRights(cycle) && !isErased(cycle)) ? find(cycle).orElseGet(this.pseudonyms::hash)
				: this.suite.keyedHash(this.keys.create(NAME + cycle));
	}

	private boolean hasRights(long cycle) {
		return this.jdbc.sql("select exists (select from ballot_right where cycle_id = ?)")
			.param(cycle)
			.query(Boolean.class)
			.single();
	}

	/** Whether nobody can find out any more who used a right of a cycle. */
	public boolean isErased(long cycle) {
		return this.keys.isErased(NAME + cycle);
	}

	/** Whether a cycle has a key of its own that can be erased. */
	public boolean isErasable(long cycle) {
		return this.keys.isInUse(NAME + cycle);
	}

	/** Erases the key of a cycle for good, with the caller's transaction. */
	public void erase(long cycle) {
		this.keys.erase(NAME + cycle);
		this.known.remove(cycle);
	}

	/** Forgets what was erased, be it by another node. */
	public void forget() {
		Set<String> used = this.keys.inUse(NAME);
		this.known.keySet().removeIf((cycle) -> !used.contains(NAME + cycle));
	}

	/** Looks anew what there is: a year that opens may be another of the same number. */
	@EventListener
	public void onOpened(CycleOpened opened) {
		this.known.clear();
	}

	/** Makes the key of a year that opens, so that nobody who votes waits for it. */
	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	public void prepare(CycleOpened opened) {
		of(opened.cycle());
	}

}
