package org.pingyi.rules.cycle;

import java.util.List;

import org.springframework.data.repository.Repository;

/** The units that take part in announced cycles. */
interface ParticipantRepository extends Repository<ParticipantEntity, ParticipantEntity.Key> {

	List<ParticipantEntity> saveAll(Iterable<ParticipantEntity> units);

	List<ParticipantEntity> findByCycleIdOrderByPosition(long cycle);

}
