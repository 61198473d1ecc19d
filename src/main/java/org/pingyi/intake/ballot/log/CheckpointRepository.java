package org.pingyi.intake.ballot.log;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.Repository;

/** Stored checkpoints; only appended. */
interface CheckpointRepository extends Repository<CheckpointEntity, CheckpointEntity.Key> {

	void save(CheckpointEntity checkpoint);

	Optional<Checkpoint> findFirstByCycleOrderBySizeDesc(long cycle);

	Optional<Checkpoint> findByCycleAndSize(long cycle, long size);

	List<Checkpoint> findByCycleOrderBySize(long cycle);

}
