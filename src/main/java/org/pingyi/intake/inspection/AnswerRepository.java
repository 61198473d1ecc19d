package org.pingyi.intake.inspection;

import java.util.Collection;
import java.util.List;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** What units said to findings; only appended. */
interface AnswerRepository extends Repository<AnswerEntity, Long> {

	AnswerEntity save(AnswerEntity answer);

	/** Makes answers to one finding wait for one another. */
	@Query(nativeQuery = true,
			value = "select pg_advisory_xact_lock(hashtext('inspection.answer'), cast(:finding as int)) is null")
	boolean lock(long finding);

	long countByFindingId(long finding);

	List<AnswerEntity> findByFindingIdInOrderById(Collection<Long> findings);

}
