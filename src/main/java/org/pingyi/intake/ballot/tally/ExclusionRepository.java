package org.pingyi.intake.ballot.tally;

import java.util.List;
import java.util.Optional;

import org.pingyi.base.audit.ProposalState;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Stored proposals to exclude ballots. */
interface ExclusionRepository extends Repository<ExclusionEntity, Long> {

	/** All of a cycle with the number of their ballots, oldest first. */
	@Query("""
			select new org.pingyi.intake.ballot.tally.Exclusion(
				e.id, e.channel, e.unit, e.signals, e.reason, e.evidence, e.decision,
				(select coalesce(sum(t.count), 0) from TallyEntity t where t.cycle = e.cycle and t.item = 0
					and t.channel = e.channel and t.unit = e.unit and t.signals = e.signals))
			from ExclusionEntity e where e.cycle = :cycle order by e.id""")
	List<Exclusion> ofCycle(long cycle);

	/** So that no two proposals take the same number. */
	@Modifying
	@Query(nativeQuery = true, value = "lock table ballot_exclusion in share row exclusive mode")
	void lock();

	/**
	 * Nothing when the same is proposed already. Numbers come from no sequence, which
	 * would tell of proposals that were refused.
	 */
	@Query(nativeQuery = true, value = """
			insert into ballot_exclusion (id, cycle_id, channel, unit_id, signals, reason, evidence, state, proposed_by)
			select coalesce(max(id), 0) + 1, :cycle, :channel, :unit, :signals, :reason, :evidence, 'PROPOSED', :by
			from ballot_exclusion on conflict do nothing returning id""")
	Optional<Long> insert(long cycle, String channel, long unit, int signals, String reason, String evidence,
			String by);

	/** Once: 0 when it was decided before. */
	@Modifying
	@Query("""
			update ExclusionEntity e set e.decision.state = :state, e.decision.decidedBy = :by
			where e.id = :id and e.decision.state = PROPOSED""")
	int decide(long id, ProposalState state, String by);

}
