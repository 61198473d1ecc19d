package org.pingyi.rules.cycle;

import java.util.List;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.pingyi.base.audit.Audit;
import org.pingyi.base.web.Refusal;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps a year that was altered in the database from being closed, counted, shown to its
 * units or published; log and trail say what differs.
 */
@Component
class HeadGuard {

	private static final Logger logger = LoggerFactory.getLogger(HeadGuard.class);

	private final ObjectProvider<SignedYear> signed;

	private final Audit audit;

	/** Told although what is refused is rolled back. */
	private final TransactionTemplate apart;

	HeadGuard(ObjectProvider<SignedYear> signed, Audit audit, PlatformTransactionManager transactions) {
		this.signed = signed;
		this.audit = audit;
		this.apart = new TransactionTemplate(transactions);
		this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/**
	 * The caller has written nothing to the trail yet, which would wait for itself.
	 * @throws Refusal 409 {@code cycle.headAltered}
	 */
	void require(Cycle cycle) {
		List<YearAlteration> found = this.signed.orderedStream()
			.flatMap((source) -> source.alterations(cycle).stream())
			.toList();
		if (!found.isEmpty()) {
			tell(cycle, found);
			throw Refusal.conflict("cycle.headAltered", cycle.name(), found.size(), found.getFirst().told());
		}
	}

	private void tell(Cycle cycle, List<YearAlteration> found) {
		found.forEach((one) -> logger.error("Cycle {} was altered in the database: {}; signed: {}; now: {}", cycle.id(),
				one.what(), one.signed(), one.now()));
		String kinds = found.stream().map(YearAlteration::what).distinct().collect(Collectors.joining(" "));
		this.apart
			.executeWithoutResult((status) -> this.audit.record("cycle.headAltered", "cycle:" + cycle.code(), kinds));
	}

}
