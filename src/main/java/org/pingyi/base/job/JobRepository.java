package org.pingyi.base.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The jobs; one node at a time works on each. */
interface JobRepository extends Repository<JobEntity, UUID> {

	String OPEN = "(org.pingyi.base.job.JobState.WAITING, org.pingyi.base.job.JobState.RUNNING)";

	JobEntity save(JobEntity job);

	Optional<JobEntity> findById(UUID id);

	/** Keeps everybody else from moving it on until the transaction ends. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select j from JobEntity j where j.id = :id")
	Optional<JobEntity> lock(UUID id);

	@Query("""
			select j from JobEntity j where j.owner = :owner and j.state <> org.pingyi.base.job.JobState.PREPARED
			order by j.orderedAt desc, j.id""")
	Page<JobEntity> ofOwner(String owner, Pageable page);

	/** What waits or was taken up, the oldest first. */
	@Query("select j.id from JobEntity j where j.state in " + OPEN + " order by j.orderedAt, j.id")
	List<UUID> open(Limit limit);

	/**
	 * Whether no other node works on a job; until the transaction ends none will. A node
	 * that dies ends its transaction.
	 */
	@Query(nativeQuery = true, value = "select pg_try_advisory_xact_lock(hashtextextended('job:' || :id, 0))")
	boolean tryTurn(String id);

	@Modifying
	@Query("update JobEntity j set j.done = :done, j.total = :total where j.id = :id")
	void progress(UUID id, long done, long total);

	@Query("select j.cancelled from JobEntity j where j.id = :id")
	boolean isCancelled(UUID id);

	@Modifying
	@Query("update JobEntity j set j.cancelled = true where j.id = :id and j.state in " + OPEN)
	int cancel(UUID id);

	/** What was looked at and never confirmed, and jobs whose time is over. */
	@Query("""
			select j.id from JobEntity j where j.orderedAt < :looked and j.state = org.pingyi.base.job.JobState.PREPARED
			or j.finishedAt < :ended""")
	List<UUID> past(Instant looked, Instant ended, Limit limit);

	@Query("select j.id from JobEntity j where j.finishedAt < :ended and j.fileName <> '' and j.erasedAt is null")
	List<UUID> kept(Instant ended, Limit limit);

	@Modifying
	@Query("delete from JobEntity j where j.id = :id")
	void delete(UUID id);

}
