package org.pingyi.intake.ballot.key;

import java.util.List;
import java.util.Optional;

import org.pingyi.base.audit.ProposalState;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Stored proposals to destroy keys; one of a cycle is open or approved at most. */
interface KeyDestructionRepository extends Repository<KeyDestructionEntity, Long> {

	/** So that no two proposals take the same number. */
	@Modifying
	@Query(nativeQuery = true, value = "lock table ballot_key_destruction in share row exclusive mode")
	void lock();

	/** Nothing when one of the cycle is open or approved. */
	@Query(nativeQuery = true, value = """
			insert into ballot_key_destruction (id, cycle_id, state, proposed_by)
			select coalesce(max(id), 0) + 1, :cycle, 'PROPOSED', :by
			from ballot_key_destruction on conflict do nothing returning id""")
	Optional<Long> insert(long cycle, String by);

	/** All of a cycle, newest first. */
	List<KeyDestructionEntity> findByCycleOrderByIdDesc(long cycle);

	/** Once: 0 when it was decided before. */
	@Modifying(flushAutomatically = true, clearAutomatically = true)
	@Query("""
			update KeyDestructionEntity d set d.decision.state = :state, d.decision.decidedBy = :by
			where d.id = :id and d.decision.state = PROPOSED""")
	int decide(long id, ProposalState state, String by);

}
