package org.pingyi.base.audit;

import org.springframework.stereotype.Service;

/**
 * The append-only, hash-chained trail of who did what. Entries are never changed or
 * deleted.
 */
@Service
public class Audit {

	/**
	 * Appends an act of the {@link Actor current actor}, in the caller's transaction, so
	 * that the act and its entry stand or fall together.
	 * @param act the act as the message key after {@code audit.act.}:
	 * {@code unit.registered}
	 * @param subject what it was done to: {@code unit:SWJ}
	 * @param detail figures or codes that explain it, without personal data; may be ""
	 * @throws org.springframework.transaction.IllegalTransactionStateException outside a
	 * transaction
	 */
	public void record(String act, String subject, String detail) {
		throw new UnsupportedOperationException();
	}

}
