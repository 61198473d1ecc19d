package org.pingyi.intake.review;

import java.io.Serializable;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/**
 * What a person marked so far about one unit, as it is stored; written only by the
 * statements of its repository.
 */
@SuppressWarnings("UnusedVariable") // read by queries alone
@Entity
@Immutable
@IdClass(SheetDraftEntity.Key.class)
@Table(name = "review_draft")
class SheetDraftEntity {

	@Id
	private long invitationId;

	@Id
	private long unitId;

	private byte[] box = {};

	private boolean complete;

	protected SheetDraftEntity() {
	}

	long unit() {
		return this.unitId;
	}

	/** {@link PaddedAnswers} under the {@link SheetKey} of the sheet. */
	byte[] box() {
		return this.box;
	}

	/** One unit on one sheet. */
	record Key(long invitationId, long unitId) implements Serializable {
	}

}
