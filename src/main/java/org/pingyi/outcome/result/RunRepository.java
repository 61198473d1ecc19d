package org.pingyi.outcome.result;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The runs. Their documents are long and only read when they are asked for. */
interface RunRepository extends Repository<RunEntity, Long> {

	RunEntity save(RunEntity run);

	@Query("select coalesce(max(run.number), 0) from RunEntity run where run.cycle = :cycle")
	int lastNumber(long cycle);

	Optional<Run> findOneById(long id);

	List<Run> findByCycleOrderByNumberDesc(long cycle);

	Optional<Run> findFirstByCycleOrderByNumberDesc(long cycle);

	@Query("""
			select new org.pingyi.outcome.result.Run(run.id, run.cycle, run.number, run.schemeVersion,
				run.countedAt, run.countedBy, run.inputsDigest, run.outcomeDigest)
			from PublicationEntity publication join RunEntity run on run.id = publication.run
			where publication.cycle = :cycle
			""")
	Optional<Run> findPublished(long cycle);

	@Query("""
			select new org.pingyi.outcome.result.Run(run.id, run.cycle, run.number, run.schemeVersion,
				run.countedAt, run.countedBy, run.inputsDigest, run.outcomeDigest)
			from PublicationEntity publication join RunEntity run on run.id = publication.run
			""")
	List<Run> findAllPublished();

	/** Of early versions alone. */
	@Query("select run.inputs from RunEntity run where run.id = :id")
	Optional<String> findInputs(long id);

	/** Of early versions alone. */
	@Query("select run.outcome from RunEntity run where run.id = :id")
	Optional<String> findOutcome(long id);

	/** The outcome without its scorecards; not of early versions. */
	@Query("select run.conclusion from RunEntity run where run.id = :id")
	Optional<String> findConclusion(long id);

	/** Not of early versions. */
	@Query("select run.sourcesDigest from RunEntity run where run.id = :id")
	Optional<String> findSourcesDigest(long id);

}
