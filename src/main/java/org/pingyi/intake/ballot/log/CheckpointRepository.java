package org.pingyi.intake.ballot.log;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Stored checkpoints; only appended. */
interface CheckpointRepository extends Repository<CheckpointEntity, CheckpointEntity.Key> {

	void save(CheckpointEntity checkpoint);

	/** Whoever signs waits until the one before has committed. */
	@Query(nativeQuery = true,
			value = "select pg_advisory_xact_lock(hashtext('ballot.log'), cast(:cycle as int)) is null")
	boolean lock(long cycle);

	/** Of the newest year that has any. */
	Optional<Checkpoint> findFirstByOrderByCycleDescSizeDescActsDesc();

	Optional<Checkpoint> findFirstByCycleOrderBySizeDescActsDesc(long cycle);

	Optional<Checkpoint> findByCycleAndSizeAndActs(long cycle, long size, long acts);

	List<Checkpoint> findByCycleOrderBySizeAscActsAsc(long cycle);

}
