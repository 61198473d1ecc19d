package org.pingyi.rules.scheme;

import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The schemes and their drafts. */
interface SchemeRepository extends Repository<SchemeEntity, Long> {

	SchemeEntity save(SchemeEntity scheme);

	Optional<SchemeEntity> findById(long id);

	List<SchemeEntity> findAllByOrderByIdDesc();

	/** Two freezes of one scheme wait for each other. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select scheme from SchemeEntity scheme where scheme.id = :id")
	Optional<SchemeEntity> findLocked(long id);

}
