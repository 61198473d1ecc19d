package org.pingyi.outcome.feedback;

import java.util.List;

import org.springframework.data.repository.Repository;

/** The steps of the rectifications. */
interface RectificationStepRepository extends Repository<RectificationStepEntity, Long> {

	RectificationStepEntity save(RectificationStepEntity step);

	List<RectificationStepEntity> findByRectificationOrderById(long rectification);

}
