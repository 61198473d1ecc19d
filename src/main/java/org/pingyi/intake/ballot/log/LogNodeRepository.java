package org.pingyi.intake.ballot.log;

import java.util.List;
import java.util.stream.Stream;

import jakarta.persistence.QueryHint;
import org.hibernate.jpa.HibernateHints;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

/** Stored nodes of the trees, and the leaves below them; only appended. */
interface LogNodeRepository extends Repository<LogNodeEntity, LogNodeEntity.Key>, LogNodeInsert {

	@Query("""
			select node.hash from LogNodeEntity node
			where node.cycle = :cycle and node.log = :log and node.level = :level and node.index = :index""")
	List<byte[]> hash(long cycle, int log, int level, long index);

	/** The leaves of the sealed ballots from one position to before another. */
	@Query("""
			select ballot.leaf from SealedBallotEntity ballot
			where ballot.cycle = :cycle and ballot.position >= :from and ballot.position < :to order by ballot.position""")
	List<byte[]> ballots(long cycle, long from, long to);

	/** The leaves of the receipts from one position to before another. */
	@Query("""
			select receipt.leaf from ReceiptEntity receipt
			where receipt.cycle = :cycle and receipt.position >= :from and receipt.position < :to
			order by receipt.position""")
	List<byte[]> receipts(long cycle, long from, long to);

	/** The leaves of the acts from one position to before another. */
	@Query("""
			select act.leaf from ActEntity act
			where act.cycle = :cycle and act.position >= :from and act.position < :to order by act.position""")
	List<byte[]> acts(long cycle, long from, long to);

	/** The nodes of a tree and of those after it: tree, level, index, hash. */
	@Query("""
			select node.log, node.level, node.index, node.hash from LogNodeEntity node
			where node.cycle = :cycle and node.log >= :from order by node.log, node.level, node.index""")
	@QueryHints(@QueryHint(name = HibernateHints.HINT_FETCH_SIZE, value = "1000"))
	Stream<Object[]> rows(long cycle, int from);

}
