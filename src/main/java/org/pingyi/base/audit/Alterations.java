package org.pingyi.base.audit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells log and trail of rows that were altered in the database past the product. */
@Service
public class Alterations {

	private static final Logger logger = LoggerFactory.getLogger(Alterations.class);

	private final Audit audit;

	private final TransactionTemplate apart;

	Alterations(Audit audit, PlatformTransactionManager transactions) {
		this.audit = audit;
		this.apart = new TransactionTemplate(transactions);
		this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/**
	 * Tells of something that does not agree with its seal, also where what is refused
	 * for it is rolled back.
	 */
	public void tell(String act, String subject, String detail) {
		logger.error("{} was altered in the database and opens nothing; {} {}", subject, act, detail);
		this.apart.executeWithoutResult((status) -> this.audit.record(act, subject, detail));
	}

	/**
	 * Whether rows from before there were seals may be sealed now: once, and the trail
	 * keeps a second time from being taken for the first.
	 * @param rows how many were put down
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean isFirstSeal(String act, String subject, long rows) {
		boolean first = !this.audit.knows(act);
		if (first) {
			this.audit.record(act, subject, String.valueOf(rows));
		}
		else if (rows > 0) {
			logger.error("{} {} were put down to be sealed once more; they stay as they are", rows, subject);
		}
		return first;
	}

}
