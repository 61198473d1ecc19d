package org.pingyi.base.job;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** What jobs work on, and what came of them. */
interface JobPartRepository extends Repository<JobPartEntity, JobPartEntity.Key> {

	JobPartEntity saveAndFlush(JobPartEntity part);

	@Query("select p.content from JobPartEntity p where p.job = :job and p.result = :result and p.number = :number")
	Optional<byte[]> find(UUID job, boolean result, int number);

	@Modifying
	@Query("delete from JobPartEntity p where p.job = :job and p.result = :result")
	void delete(UUID job, boolean result);

}
