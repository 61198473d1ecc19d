package org.pingyi.intake.inspection;

import java.util.Objects;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A finding of a submitted visit as it is stored. */
@SuppressWarnings("UnusedVariable") // read by queries alone
@Entity
@Immutable
@Table(name = "inspection_finding")
class FindingEntity {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private long visitId;

	private int position;

	private String item = "";

	private String finding = "";

	protected FindingEntity() {
	}

	FindingEntity(long visit, int position, String item, String text) {
		this.visitId = visit;
		this.position = position;
		this.item = item;
		this.finding = text;
	}

	long id() {
		return Objects.requireNonNull(this.id);
	}

}
