package org.pingyi.intake.kiosk;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Persistable;

/**
 * An issued ticket as it is stored; used once, by the guarded update of its repository.
 */
@SuppressWarnings("UnusedVariable") // read by queries alone
@Entity
@Table(name = "kiosk_ticket")
class TicketEntity implements Persistable<String> {

	@Id
	private String ticketHash = "";

	private long cycleId;

	private long tabletId;

	private boolean ownPhone;

	private LocalDate issuedOn = LocalDate.EPOCH;

	private @Nullable Instant validUntil;

	private boolean used;

	protected TicketEntity() {
	}

	TicketEntity(String hash, long cycle, long tablet, boolean ownPhone, LocalDate issuedOn, Instant validUntil) {
		this.ticketHash = hash;
		this.cycleId = cycle;
		this.tabletId = tablet;
		this.ownPhone = ownPhone;
		this.issuedOn = issuedOn;
		this.validUntil = validUntil;
	}

	@Override
	public String getId() {
		return this.ticketHash;
	}

	/** Only new tickets are ever saved. */
	@Override
	public boolean isNew() {
		return true;
	}

	long cycle() {
		return this.cycleId;
	}

	long tablet() {
		return this.tabletId;
	}

	boolean ownPhone() {
		return this.ownPhone;
	}

	boolean used() {
		return this.used;
	}

	/** A used ticket has forgotten when it would end. */
	boolean expiredAt(Instant now) {
		return this.validUntil != null && this.validUntil.isBefore(now);
	}

}
