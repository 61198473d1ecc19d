package org.pingyi.intake.inspection;

import java.util.Collection;
import java.util.List;

import org.springframework.data.repository.Repository;

/** What units said to findings; only appended. */
interface AnswerRepository extends Repository<AnswerEntity, Long> {

	AnswerEntity save(AnswerEntity answer);

	List<AnswerEntity> findByFindingIdInOrderById(Collection<Long> findings);

}
