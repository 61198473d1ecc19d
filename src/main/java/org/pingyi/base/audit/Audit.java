package org.pingyi.base.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The append-only, hash-chained trail of who did what. Entries are never changed or
 * deleted.
 */
@Service
public class Audit {

	private final AuditEntryRepository repository;

	private final Clock clock;

	Audit(AuditEntryRepository repository, Clock clock) {
		this.repository = repository;
		this.clock = clock;
	}

	/**
	 * Appends an act of the {@link Actor current actor}, in the caller's transaction, so
	 * that the act and its entry stand or fall together. Other acts wait until that
	 * transaction ends: record last, and briefly.
	 * @param act the act as the message key after {@code audit.act.}:
	 * {@code unit.registered}
	 * @param subject what it was done to: {@code unit:SWJ}
	 * @param detail figures or codes that explain it, without personal data; may be ""
	 * @throws org.springframework.transaction.IllegalTransactionStateException outside a
	 * transaction
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void record(String act, String subject, String detail) {
		record(Actor.current(), act, subject, detail);
	}

	/** The same of an act of somebody else, which is entered later than it was done. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void record(Actor actor, String act, String subject, String detail) {
		this.repository.lock();
		ChainedEntry last = this.repository.findLast().orElse(null);
		long id = (last != null) ? last.entry().id() + 1 : 1;
		byte[] previous = (last != null) ? last.hash() : Chain.START;
		// The database keeps microseconds; the hash must read what it will give back.
		Instant at = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		Entry entry = new Entry(id, at, actor.name(), act, subject, detail);
		this.repository.saveAndFlush(new AuditEntryEntity(ChainedEntry.of(previous, entry)));
	}

	/** A page of the whole trail, newest first, each with the hashes that hold it. */
	@PreAuthorize("hasRole('AUDITOR')")
	@Transactional(readOnly = true)
	public Page<ChainedEntry> entries(Pageable page) {
		long last = this.repository.lastNumber();
		long to = last - page.getOffset();
		return new PageImpl<>(this.repository.findBetween(to - page.getPageSize() + 1, to), page, last);
	}

	/**
	 * The acts whose actor, act, subject or detail contains a text, newest first. A look
	 * goes through a part of the trail, so that it takes as long in any.
	 * @param shown acts and actors that the reader sees in other words, which contain it
	 * @param before the number below which it looks; 0 for the newest
	 */
	@PreAuthorize("hasRole('AUDITOR')")
	@Transactional(readOnly = true)
	public FoundEntries search(String text, Collection<String> shown, long before, int most) {
		long to = (before > 0) ? before - 1 : this.repository.lastNumber();
		long from = Math.max(to - FoundEntries.LOOKED_THROUGH, 0) + 1;
		List<ChainedEntry> found = this.repository.search(text.strip(), shown, from, to, Limit.of(most));
		return FoundEntries.of(found, from, to, most);
	}

	/** The kinds of acts that were ever recorded, as {@link Entry#act()}. */
	@PreAuthorize("hasRole('AUDITOR')")
	@Transactional(readOnly = true)
	public List<String> acts() {
		return this.repository.findActs();
	}

	/** Whether an act was ever recorded. */
	@Transactional(readOnly = true)
	public boolean knows(String act) {
		return this.repository.existsByAct(act);
	}

	/** What the entries of some acts say beside their subjects. */
	@Transactional(readOnly = true)
	public Set<String> details(String... acts) {
		return this.repository.findDetails(List.of(acts));
	}

	/** The last entry, to be kept outside the database; nothing in an empty trail. */
	@Transactional(readOnly = true)
	public Optional<KeptEntry> last() {
		return this.repository.findLast().map(ChainedEntry::kept);
	}

	/** Hands out the whole trail in its order, for a check elsewhere. */
	@PreAuthorize("hasRole('AUDITOR')")
	@Transactional(readOnly = true)
	public void export(Consumer<ChainedEntry> reader) {
		try (Stream<ChainedEntry> links = this.repository.streamAfter(0)) {
			links.forEach(reader);
		}
	}

}
