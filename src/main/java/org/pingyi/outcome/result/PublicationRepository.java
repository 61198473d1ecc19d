package org.pingyi.outcome.result;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Which runs were made public. */
interface PublicationRepository extends Repository<PublicationEntity, Long> {

	PublicationEntity saveAndFlush(PublicationEntity publication);

	/** The number is missing where somebody removed the run. */
	@Query("""
			select new org.pingyi.outcome.result.PublicationRepository$Publication(run.number, publication.publishedAt)
			from PublicationEntity publication left join RunEntity run on run.id = publication.run
			where publication.cycle = :cycle
			""")
	Optional<Publication> findByCycle(long cycle);

	/** Which run was made public, by its number within the cycle, and when. */
	record Publication(@Nullable Integer run, Instant at) {
	}

}
