package org.pingyi.intake.ballot.log;

import java.util.Optional;
import java.util.stream.Stream;

import jakarta.persistence.QueryHint;
import org.hibernate.jpa.HibernateHints;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

/** The acts of opened cycles; only appended. */
interface ActRepository extends Repository<ActEntity, ActEntity.Key> {

	void save(ActEntity act);

	long countByCycle(long cycle);

	/** The head of a cycle, its first entry. */
	@Query("select act.entry from ActEntity act where act.cycle = :cycle and act.position = 0")
	Optional<String> head(long cycle);

	/** All of a cycle: position, entry, leaf. */
	@Query("select act.position, act.entry, act.leaf from ActEntity act where act.cycle = :cycle order by act.position")
	@QueryHints(@QueryHint(name = HibernateHints.HINT_FETCH_SIZE, value = "1000"))
	Stream<Object[]> rows(long cycle);

}
