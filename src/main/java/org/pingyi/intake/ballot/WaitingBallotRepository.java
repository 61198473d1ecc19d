package org.pingyi.intake.ballot;

import java.util.List;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Rights that were used, and encrypted ballots that wait for the seal. */
interface WaitingBallotRepository extends Repository<WaitingBallotEntity, byte[]>, BallotInsert, WaitingRows {

	/** How many ballots wait, counted as far as a number. */
	@Query(nativeQuery = true, value = """
			select count(*) from (select from ballot_waiting where cycle_id = :cycle limit :most) as waiting""")
	long count(long cycle, long most);

	/**
	 * Where a ballot stands. One statement, one snapshot: a ballot that moves meanwhile
	 * is never in neither table.
	 */
	@Query(nativeQuery = true, value = """
			select case when exists (select from ballot_receipt where receipt_hash = :hash) then 'SEALED'
				when exists (select from ballot_waiting where mark = :mark)
					or exists (select from ballot_kept_mark where mark = :mark) then 'WAITING'
				when exists (select from ballot_altered where mark = :mark) then 'ALTERED'
				else 'UNKNOWN' end""")
	String state(byte[] hash, byte[] mark);

}
