package org.pingyi.base.audit;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.persistence.QueryHint;
import org.hibernate.jpa.HibernateHints;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;

/** The entries of the trail; they are read as records, so that none stays in memory. */
interface AuditEntryRepository extends JpaRepository<AuditEntryEntity, Long> {

	/** Any number that no other advisory lock of this database uses. */
	long LOCK = 0x70696e67796901L;

	String ENTRY = "new org.pingyi.base.audit.Entry(e.id, e.at, e.actor, e.act, e.subject, e.detail)";

	String LINK = "select new org.pingyi.base.audit.ChainedEntry(" + ENTRY
			+ ", e.previousHash, e.hash) from AuditEntryEntity e ";

	/**
	 * Makes every other act wait until this transaction ends. A statement of its own:
	 * only a later statement sees what the one before us committed.
	 */
	@Query(nativeQuery = true, value = "select cast(pg_advisory_xact_lock(" + LOCK + ") as text)")
	String lock();

	boolean existsByAct(String act);

	@Query("select e.detail from AuditEntryEntity e where e.act in :acts")
	Set<String> findDetails(Collection<String> acts);

	@Query(LINK + "order by e.id desc limit 1")
	Optional<ChainedEntry> findLast();

	/** 0 in an empty trail. */
	@Query("select coalesce(max(e.id), 0) from AuditEntryEntity e")
	long lastNumber();

	/** Newest first. */
	@Query(LINK + "where e.id between :from and :to order by e.id desc")
	List<ChainedEntry> findBetween(long from, long to);

	/** Newest first. */
	@Query(LINK + """
			where e.id between :from and :to and (locate(lower(:text), lower(e.actor)) > 0
				or locate(lower(:text), lower(e.act)) > 0 or locate(lower(:text), lower(e.subject)) > 0
				or locate(lower(:text), lower(e.detail)) > 0 or e.act in :shown or e.actor in :shown) order by e.id desc
			""")
	List<ChainedEntry> search(String text, Collection<String> shown, long from, long to, Limit most);

	/** Jumps from act to act along their index, past however many entries each has. */
	@Query(nativeQuery = true, value = """
			with recursive known (act) as (
				select min(act) from audit_entry
				union all
				select (select min(next.act) from audit_entry next where next.act > known.act)
				from known where known.act is not null)
			select act from known where act is not null""")
	List<String> findActs();

	@Query("select e.hash from AuditEntryEntity e where e.id = :id")
	Optional<byte[]> findHash(long id);

	/** All after an entry in the chain's order, read as they come; to be closed. */
	@QueryHints(@QueryHint(name = HibernateHints.HINT_FETCH_SIZE, value = "1000"))
	@Query(LINK + "where e.id > :id order by e.id")
	Stream<ChainedEntry> streamAfter(long id);

}
