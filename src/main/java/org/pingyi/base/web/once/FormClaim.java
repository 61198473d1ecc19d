package org.pingyi.base.web.once;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.transaction.TransactionExecution;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The key of a form in the hands of one request, and the transaction of its act. It is
 * found by whatever works on the request's thread.
 */
class FormClaim {

	private static final String NAME = FormClaim.class.getName();

	private final UUID key;

	private final UUID id = UUID.randomUUID();

	private @Nullable TransactionExecution act;

	FormClaim(UUID key) {
		this.key = key;
	}

	/** That of the request at hand. */
	static Optional<FormClaim> current() {
		return Optional.ofNullable(RequestContextHolder.getRequestAttributes())
			.map((request) -> (FormClaim) request.getAttribute(NAME, RequestAttributes.SCOPE_REQUEST));
	}

	/** From here on the transactions of the request confirm it. */
	void begin() {
		RequestContextHolder.currentRequestAttributes().setAttribute(NAME, this, RequestAttributes.SCOPE_REQUEST);
	}

	void end() {
		RequestContextHolder.currentRequestAttributes().removeAttribute(NAME, RequestAttributes.SCOPE_REQUEST);
	}

	UUID key() {
		return this.key;
	}

	UUID id() {
		return this.id;
	}

	/** Whatever is begun inside of another transaction is beside the act. */
	void enter(TransactionExecution transaction) {
		if (this.act == null || this.act.isCompleted()) {
			this.act = transaction;
		}
	}

	boolean stores(TransactionExecution transaction) {
		return transaction.equals(this.act) && !transaction.isReadOnly();
	}

}
