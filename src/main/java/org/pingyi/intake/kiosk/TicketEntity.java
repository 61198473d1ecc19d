package org.pingyi.intake.kiosk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.stream.Stream;

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

	private byte @Nullable [] seal;

	protected TicketEntity() {
	}

	TicketEntity(String hash, long cycle, long tablet, boolean ownPhone, LocalDate issuedOn, Instant validUntil) {
		this.ticketHash = hash;
		this.cycleId = cycle;
		this.tabletId = tablet;
		this.ownPhone = ownPhone;
		this.issuedOn = issuedOn;
		this.validUntil = validUntil.truncatedTo(ChronoUnit.SECONDS);
	}

	/** What decides what it opens, for {@link KioskSeals}. */
	String[] sealed() {
		return sealed(this.used, Objects.toString(this.validUntil, ""));
	}

	/** The same once it is used and has forgotten its hour. */
	String[] sealedAsUsed() {
		return sealed(true, "");
	}

	private String[] sealed(boolean use, String until) {
		return Stream
			.of("kiosk.ticket.seal", this.ticketHash, this.cycleId, this.tabletId, this.ownPhone, this.issuedOn, use,
					until)
			.map(String::valueOf)
			.toArray(String[]::new);
	}

	byte @Nullable [] seal() {
		return this.seal;
	}

	void seal(byte[] made) {
		this.seal = made;
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
