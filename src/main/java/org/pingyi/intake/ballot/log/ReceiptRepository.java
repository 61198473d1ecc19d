package org.pingyi.intake.ballot.log;

import java.util.Optional;
import java.util.stream.Stream;

import jakarta.persistence.QueryHint;
import org.hibernate.jpa.HibernateHints;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

/** Stored receipts; the sealer appends them with the ballots. */
interface ReceiptRepository extends Repository<ReceiptEntity, ReceiptEntity.Key> {

	Optional<Place> findByReceiptHash(byte[] receiptHash);

	/** All of a cycle: position, hash, leaf. */
	@Query("""
			select receipt.position, receipt.receiptHash, receipt.leaf from ReceiptEntity receipt
			where receipt.cycle = :cycle order by receipt.position""")
	@QueryHints(@QueryHint(name = HibernateHints.HINT_FETCH_SIZE, value = "1000"))
	Stream<Object[]> rows(long cycle);

	/** Where a receipt stands in the log of its cycle. */
	record Place(long cycle, long position, byte[] leaf) {
	}

}
