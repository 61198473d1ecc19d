package org.pingyi.intake.review;

import java.io.Serializable;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

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

	@JdbcTypeCode(SqlTypes.JSON)
	private String answers = "";

	private String opinion = "";

	private boolean mayForward;

	private boolean complete;

	protected SheetDraftEntity() {
	}

	long unit() {
		return this.unitId;
	}

	/** A JSON object of answer codes by item code. */
	String answers() {
		return this.answers;
	}

	String opinion() {
		return this.opinion;
	}

	boolean mayForward() {
		return this.mayForward;
	}

	/** One unit on one sheet. */
	record Key(long invitationId, long unitId) implements Serializable {
	}

}
