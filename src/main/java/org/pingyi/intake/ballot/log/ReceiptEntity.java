package org.pingyi.intake.ballot.log;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A receipt in the log of receipts as it is stored. */
@SuppressWarnings("UnusedVariable") // read by queries alone
@Entity
@Immutable
@Table(name = "ballot_receipt")
@IdClass(ReceiptEntity.Key.class)
class ReceiptEntity {

	@Id
	@Column(name = "cycle_id")
	private long cycle;

	@Id
	private long position;

	private byte[] receiptHash = {};

	private byte[] leaf = {};

	protected ReceiptEntity() {
	}

	/** The place of a receipt. */
	record Key(long cycle, long position) {
	}

}
