package org.pingyi.intake.vote.card;

import java.util.Set;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The codes of all batches, by their keyed hashes. */
interface PrintedCodeRepository extends Repository<PrintedCodeEntity, String> {

	/** One statement for thousands of codes. */
	@Modifying
	@Query(nativeQuery = true, value = """
			insert into vote_printed (code_mac, batch_id)
			select mac, :batch from unnest(cast(:macs as text[])) mac""")
	void addAll(long batch, String[] macs);

	/** Returns 0 when the code is unknown, withdrawn or of another year. */
	@Modifying
	@Query("""
			update PrintedCodeEntity c set c.used = true where c.codeMac = :mac and exists (
				select 1 from CodeBatchEntity b where b.id = c.batchId and b.cycleId = :cycle
					and (c.used = true or b.withdrawnAt is null))""")
	int use(String mac, long cycle);

	/** Which of these hashes belong to a batch. */
	@Query(nativeQuery = true,
			value = "select code_mac from vote_printed where batch_id = :batch and code_mac = any(cast(:macs as text[]))")
	Set<String> known(long batch, String[] macs);

}
