package org.pingyi.intake.kiosk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

import org.pingyi.base.unit.Unit;

/** A tablet as it is stored; what opens something changes with its seal. */
@SuppressWarnings("UnusedVariable") // read by queries alone
@Entity
@DynamicUpdate
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

	private byte @Nullable [] seal;

	protected TabletEntity() {
	}

	TabletEntity(long unit, String window, String pairingHash, Instant pairingUntil) {
		this.unitId = unit;
		this.windowName = window;
		awaitPairing(pairingHash, pairingUntil);
	}

	/** Waits for a device; one that was paired before is forgotten. */
	final void awaitPairing(String pairing, Instant until) {
		this.pairingHash = pairing;
		this.pairingUntil = until.truncatedTo(ChronoUnit.SECONDS);
		this.deviceHash = null;
	}

	void pair(String device) {
		this.pairingHash = null;
		this.pairingUntil = null;
		this.deviceHash = device;
	}

	void revoke() {
		this.revoked = true;
		this.pairingHash = null;
		this.deviceHash = null;
	}

	/** What decides which device asks about whom, for {@link KioskSeals}. */
	String[] sealed() {
		return Stream
			.of("kiosk.tablet.seal", id(), this.unitId, this.windowName, this.pairingHash, this.pairingUntil,
					this.deviceHash, this.revoked)
			.map((field) -> Objects.toString(field, ""))
			.toArray(String[]::new);
	}

	byte @Nullable [] seal() {
		return this.seal;
	}

	void seal(byte[] made) {
		this.seal = made;
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
