package org.pingyi.intake.kiosk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

import org.pingyi.base.unit.Unit;

/** A tablet as it is stored; changed only by the guarded updates of its repository. */
@SuppressWarnings("UnusedVariable") // read by queries alone
@Entity
@Table(name = "kiosk_tablet")
class TabletEntity {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private long unitId;

	private String windowName = "";

	private @Nullable String pairingHash;

	private @Nullable Instant pairingUntil;

	private @Nullable String deviceHash;

	private boolean revoked;

	private @Nullable LocalDate lastUsedOn;

	private long forms;

	protected TabletEntity() {
	}

	TabletEntity(long unit, String window, String pairingHash, Instant pairingUntil) {
		this.unitId = unit;
		this.windowName = window;
		this.pairingHash = pairingHash;
		this.pairingUntil = pairingUntil;
	}

	long id() {
		return Objects.requireNonNull(this.id);
	}

	long unit() {
		return this.unitId;
	}

	boolean revoked() {
		return this.revoked;
	}

	Tablet toTablet(Unit unit) {
		return new Tablet(id(), unit, this.windowName, state(), this.lastUsedOn, this.forms);
	}

	private Tablet.State state() {
		if (this.revoked) {
			return Tablet.State.REVOKED;
		}
		return (this.deviceHash != null) ? Tablet.State.PAIRED : Tablet.State.UNPAIRED;
	}

}
