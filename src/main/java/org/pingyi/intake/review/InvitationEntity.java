package org.pingyi.intake.review;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * An invitation and the units on its sheet as they are stored; whatever changes of it
 * changes with its seal.
 */
@SuppressWarnings("UnusedVariable") // read by queries alone
@Entity
@DynamicUpdate
@Table(name = "review_invitation")
class InvitationEntity {

	private static final String SEAL = "review.seal/2";

	private static final String FORMER_SEAL = "review.seal";

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private long cycleId;

	private String channel = "";

	private String raterClass = "";

	private String name = "";

	private String organisation = "";

	private String tokenHash = "";

	private @Nullable String browserHash;

	private byte @Nullable [] phone;

	private @Nullable LocalDate signedOn;

	private boolean revoked;

	private byte @Nullable [] seal;

	private boolean inTrail;

	@ElementCollection
	@CollectionTable(name = "review_invitation_unit", joinColumns = @JoinColumn(name = "invitation_id"))
	@Column(name = "unit_id")
	private Set<Long> units = new HashSet<>();

	protected InvitationEntity() {
	}

	InvitationEntity(long id, long cycle, NewInvitation person, byte @Nullable [] phone, String tokenHash,
			Set<Long> units) {
		this.id = id;
		this.cycleId = cycle;
		this.channel = person.channel();
		this.raterClass = person.raterClass();
		this.name = person.name();
		this.organisation = person.organisation();
		this.phone = phone;
		this.tokenHash = tokenHash;
		this.units.addAll(units);
	}

	long id() {
		return Objects.requireNonNull(this.id);
	}

	String channel() {
		return this.channel;
	}

	String raterClass() {
		return this.raterClass;
	}

	String name() {
		return this.name;
	}

	String organisation() {
		return this.organisation;
	}

	byte @Nullable [] phone() {
		return this.phone;
	}

	String tokenHash() {
		return this.tokenHash;
	}

	Set<Long> units() {
		return this.units;
	}

	/** Gives it another link; no browser has that yet. */
	void renew(String fresh) {
		this.tokenHash = fresh;
		this.browserHash = null;
	}

	void revoke() {
		this.revoked = true;
	}

	void bind(String browser) {
		this.browserHash = browser;
	}

	void release() {
		this.browserHash = null;
	}

	void signOff(LocalDate day) {
		this.signedOn = day;
	}

	/** The trail names its signature. */
	void enter() {
		this.inTrail = true;
	}

	/** The day of the signature. */
	LocalDate signedDay() {
		return Objects.requireNonNull(this.signedOn);
	}

	/** What decides who marks what and whether they did, for {@link InvitationSeals}. */
	String[] sealed() {
		return fields(SEAL, Stream.of(Objects.toString(this.browserHash, ""), Objects.toString(this.signedOn, ""),
				String.valueOf(this.inTrail)));
	}

	/** What seals covered before they covered browser and signature. */
	String[] sealedBefore() {
		return fields(FORMER_SEAL, Stream.empty());
	}

	private String[] fields(String version, Stream<String> more) {
		Stream<String> row = Stream
			.of(version, id(), this.cycleId, this.channel, this.raterClass, this.name, this.organisation,
					this.tokenHash, this.revoked, (this.phone != null) ? HexFormat.of().formatHex(this.phone) : "")
			.map(String::valueOf);
		return Stream.of(row, more, this.units.stream().sorted().map(String::valueOf))
			.flatMap((fields) -> fields)
			.toArray(String[]::new);
	}

	byte @Nullable [] seal() {
		return this.seal;
	}

	void seal(byte[] made) {
		this.seal = made;
	}

	/** With the token that only its holder knows. */
	IssuedInvitation issued(String token) {
		return new IssuedInvitation(id(), this.name, this.organisation, this.channel, token);
	}

}
