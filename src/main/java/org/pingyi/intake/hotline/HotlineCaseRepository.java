package org.pingyi.intake.hotline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The cases of the hotline; each is taken in once and decided by guarded steps. */
interface HotlineCaseRepository extends Repository<HotlineCaseEntity, Long> {

	/**
	 * Inserts the cases that are new, in one statement, however long the file is.
	 * @return how many were new
	 */
	@Modifying
	@Query(nativeQuery = true, value = """
			insert into hotline_case (cycle_id, number, called_on, unit_id, category, content, handling, closed_on,
				imported_by, imported_at)
			select :cycle, row.*, :by, :at
			from unnest(cast(:#{#rows.numbers()} as text[]), cast(:#{#rows.calledOn()} as date[]),
				cast(:#{#rows.units()} as bigint[]), cast(:#{#rows.categories()} as text[]),
				cast(:#{#rows.contents()} as text[]), cast(:#{#rows.handlings()} as text[]),
				cast(:#{#rows.closedOn()} as date[])) as row
			on conflict (cycle_id, number) do nothing
			""")
	int insert(long cycle, CaseColumns rows, String by, Instant at);

	@Query("select c.number from HotlineCaseEntity c where c.cycleId = :cycle")
	Set<String> numbers(long cycle);

	/**
	 * One when the case was in this state until now: of two deciders the row lets one
	 * through.
	 */
	@Modifying(flushAutomatically = true, clearAutomatically = true)
	@Query("""
			update HotlineCaseEntity c set c.state = :to, c.adjustmentId = :adjustment
			where c.id = :id and c.state = :from and c.adjustmentId is not distinct from :before
			""")
	int move(long id, HotlineCase.State from, @Nullable Long before, HotlineCase.State to, @Nullable Long adjustment);

	Optional<HotlineCaseEntity> findById(long id);

	/** Newest call first; null means any. */
	@Query("""
			select new org.pingyi.intake.hotline.CaseRow(c.id, c.number, c.calledOn, c.unitId, c.category,
				substring(c.content, 1, 50), c.state)
			from HotlineCaseEntity c
			where c.cycleId = :cycle and (:state is null or c.state = :state) and (:unit is null or c.unitId = :unit)
			order by c.calledOn desc, c.id desc
			""")
	Page<CaseRow> search(long cycle, HotlineCase.@Nullable State state, @Nullable Long unit, Pageable page);

	@Query("""
			select new org.pingyi.intake.hotline.CaseNumber(c.id, c.cycleId, c.number) from HotlineCaseEntity c
			where c.cycleId in :cycles and c.number in :numbers
			""")
	List<CaseNumber> findByNumbers(Collection<Long> cycles, Collection<String> numbers);

}
