package org.pingyi.base.web.once;

import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Uses the key of a form up in the transaction that stores its act, as the last thing
 * before the commit: both are stored, or neither.
 */
@Component
class ActConfirmation implements TransactionExecutionListener {

	private final FormKeys keys;

	/** The keys are stored in transactions, which are told of this. */
	ActConfirmation(@Lazy FormKeys keys) {
		this.keys = keys;
	}

	@Override
	public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
		FormClaim.current().ifPresent((claim) -> claim.enter(transaction));
	}

	@Override
	public void beforeCommit(TransactionExecution transaction) {
		FormClaim.current().filter((claim) -> claim.stores(transaction)).ifPresent(this.keys::confirm);
	}

}
