package org.pingyi.intake.vote.card;

import java.time.Instant;
import java.util.Optional;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The batches, read with the number of their codes that were used. */
interface CodeBatchRepository extends Repository<CodeBatchEntity, Long> {

	String SELECT = """
			select new org.pingyi.intake.vote.card.CodeBatch(b.id, b.cycleId, b.name, b.audience, b.raterClass,
				b.issued, cast((select count(c) from PrintedCodeEntity c where c.batchId = b.id and c.used = true)
					as Integer), b.madeBy, b.madeAt, b.withdrawnAt)
			from CodeBatchEntity b
			""";

	CodeBatchEntity save(CodeBatchEntity batch);

	@Query(SELECT + "where b.id = :id")
	Optional<CodeBatch> byId(long id);

	@Query(SELECT + "where b.id = (select c.batchId from PrintedCodeEntity c where c.codeMac = :mac)")
	Optional<CodeBatch> ofCode(String mac);

	@Query("select b.raterClass from PrintedCodeEntity c join CodeBatchEntity b on b.id = c.batchId "
			+ "where c.codeMac = :mac")
	Optional<String> raterClass(String mac);

	@Query(value = SELECT + "where b.cycleId = :cycle order by b.id desc",
			countQuery = "select count(b) from CodeBatchEntity b where b.cycleId = :cycle")
	Page<CodeBatch> page(long cycle, Pageable page);

	/** Returns 0 when it was withdrawn before. */
	@Modifying
	@Query("update CodeBatchEntity b set b.withdrawnBy = :who, b.withdrawnAt = :now "
			+ "where b.id = :id and b.withdrawnAt is null")
	int withdraw(long id, String who, Instant now);

}
