package org.pingyi.outcome.feedback;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.pingyi.outcome.feedback.Rectification.State;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The rectifications. */
interface RectificationRepository extends Repository<RectificationEntity, Long> {

	RectificationEntity save(RectificationEntity rectification);

	/**
	 * Moves a rectification to another state: of two people one is let through.
	 * @return 0 when it was not in the state before
	 */
	@Modifying
	@Query("update RectificationEntity r set r.state = :to, r.deadline = :deadline where r.id = :id and r.state = :from")
	int move(long id, State from, State to, LocalDate deadline);

	Optional<Rectification> findOneById(long id);

	List<RectificationEntity> findByCycleAndUnit(long cycle, long unit);

	/** What has become of what was sent, by units; without the opinions. */
	@Query("""
			select new org.pingyi.outcome.feedback.Progress(r.unit, 0L, count(r),
				count(r) filter (where r.state = ANSWERED), count(r) filter (where r.state = RESOLVED),
				count(r) filter (where r.state = SENT and r.deadline < :today))
			from RectificationEntity r where r.cycle = :cycle group by r.unit
			""")
	List<Progress> progress(long cycle, LocalDate today);

	/**
	 * The rectifications of a cycle; null means any.
	 * @param overdue only those that wait for an answer due before today
	 */
	@Query("""
			select new org.pingyi.outcome.feedback.Rectification(r.id, r.cycle, r.unit, r.words, r.summarised,
				r.deadline, r.state, r.sentBy, r.sentAt)
			from RectificationEntity r where r.cycle = :cycle
				and (:state is null or r.state = :state)
				and (:unit is null or r.unit = :unit)
				and (:overdue = false or (r.state = SENT and r.deadline < :today))
			""")
	Page<Rectification> search(long cycle, @Nullable State state, @Nullable Long unit, boolean overdue, LocalDate today,
			Pageable page);

}
