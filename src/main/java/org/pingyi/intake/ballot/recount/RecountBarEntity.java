package org.pingyi.intake.ballot.recount;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A bar that a recount found to differ, as it is stored. */
@SuppressWarnings("UnusedVariable") // read by queries alone
@Entity
@Immutable
@Table(name = "ballot_recount_bar")
@IdClass(RecountBarEntity.Key.class)
class RecountBarEntity {

	@Id
	@Column(name = "recount_id")
	private long recount;

	@Id
	private int number;

	private String channel = "";

	@Column(name = "unit_id")
	private long unit;

	private String raterClass = "";

	private int signals;

	private int item;

	private int code;

	private long tallied;

	private long counted;

	protected RecountBarEntity() {
	}

	RecountBarEntity(long recount, int number, DifferingBar bar) {
		this.recount = recount;
		this.number = number;
		this.channel = bar.channel();
		this.unit = bar.unit();
		this.raterClass = bar.raterClass();
		this.signals = bar.signals();
		this.item = bar.item();
		this.code = bar.code();
		this.tallied = bar.tallied();
		this.counted = bar.counted();
	}

	/** The place of a bar among those of a recount. */
	record Key(long recount, int number) {
	}

}
