package org.pingyi.outcome.result.document;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.Repository;

/** What was counted in the runs, unit by unit. */
interface InputsRepository extends Repository<InputsEntity, InputsEntity.Key> {

	List<InputsEntity> saveAllAndFlush(Iterable<InputsEntity> inputs);

	List<InputsEntity> findByRun(long run);

	Optional<InputsEntity> findByRunAndUnit(long run, String unit);

}
