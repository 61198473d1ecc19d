package org.pingyi.intake.ballot.recount;

import java.util.List;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Stored bars that recounts found to differ. */
interface RecountBarRepository extends Repository<RecountBarEntity, RecountBarEntity.Key> {

	void saveAll(Iterable<RecountBarEntity> bars);

	@Query("""
			select new org.pingyi.intake.ballot.recount.DifferingBar(
				b.channel, b.unit, b.raterClass, b.signals, b.item, b.code, b.tallied, b.counted)
			from RecountBarEntity b where b.recount = :recount order by b.number""")
	List<DifferingBar> of(long recount);

}
