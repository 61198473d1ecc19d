package org.pingyi.intake.ballot.tally;

import java.util.List;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Stored histograms; the sealer counts them up with each batch. */
interface TallyRepository extends Repository<TallyEntity, TallyEntity.Key> {

	/**
	 * Channel, unit, class, signals and the bars of each histogram, packed: one row for
	 * each bar would be some thirty times as many.
	 */
	@Query(nativeQuery = true, value = """
			select channel, unit_id, rater_class, signals,
				string_agg(int8send((count * 32 + item) * 1024 + code), cast('' as bytea) order by item, code)
			from ballot_tally where cycle_id = :cycle group by channel, unit_id, rater_class, signals
			order by channel, unit_id, rater_class, signals""")
	List<Object[]> packed(long cycle);

	@Query("""
			select new org.pingyi.intake.ballot.tally.Tally(
				t.channel, t.unit, t.raterClass, t.signals, t.item, t.code, t.count)
			from TallyEntity t where t.cycle = :cycle and t.item = 0
			order by t.channel, t.unit, t.raterClass, t.signals""")
	List<Tally> whole(long cycle);

	@Query("""
			select new org.pingyi.intake.ballot.tally.Participation(t.channel, t.unit, t.raterClass, sum(t.count))
			from TallyEntity t where t.cycle = :cycle and t.item = 0 group by t.channel, t.unit, t.raterClass
			order by t.channel, t.unit, t.raterClass""")
	List<Participation> participation(long cycle);

	@Query("""
			select new org.pingyi.intake.ballot.tally.SignalCount(t.channel, t.unit, t.signals, sum(t.count))
			from TallyEntity t where t.cycle = :cycle and t.item = 0 group by t.channel, t.unit, t.signals""")
	List<SignalCount> signals(long cycle);

	/** How many ballots of a channel about a unit carry just these signals. */
	@Query("""
			select coalesce(sum(t.count), 0) from TallyEntity t
			where t.cycle = :cycle and t.item = 0 and t.channel = :channel and t.unit = :unit and t.signals = :signals""")
	long ballots(long cycle, String channel, long unit, int signals);

}
