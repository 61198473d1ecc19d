package org.pingyi.base.account;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;

import org.pingyi.base.unit.Unit;

/**
 * An account as it is stored. Only what an act changes is written, so that acts at the
 * same time undo nothing of one another.
 */
@SuppressWarnings("UnusedVariable") // read by queries alone
@Entity
@DynamicUpdate
@Table(name = "account_account")
class AccountEntity {

	private static final String SEAL = "account.seal/2";

	private static final String FORMER_SEAL = "account.seal";

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private String login = "";

	private String name = "";

	private @Nullable Long unitId;

	@Formula("(select u.code from unit_unit u where u.id = unit_id)")
	private @Nullable String unitCode;

	private @Nullable String password;

	private boolean enabled = true;

	private boolean rightsHeld;

	private int generation;

	private boolean secondFactor;

	private byte @Nullable [] seal;

	private Instant createdAt = Instant.EPOCH;

	@ElementCollection
	@CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account_id"))
	@Column(name = "role")
	@Enumerated(EnumType.STRING)
	private Set<Role> roles = EnumSet.noneOf(Role.class);

	protected AccountEntity() {
	}

	AccountEntity(NewAccount account, @Nullable Unit unit, Instant now) {
		this.login = account.login();
		this.name = account.name();
		this.unitId = (unit != null) ? unit.id() : null;
		this.unitCode = (unit != null) ? unit.code() : null;
		this.createdAt = now;
	}

	long id() {
		return Objects.requireNonNull(this.id);
	}

	String login() {
		return this.login;
	}

	/** As it is encoded, or null until the person has set one. */
	@Nullable String password() {
		return this.password;
	}

	Account account() {
		return new Account(this.login, this.name, Objects.toString(this.unitCode, ""), new TreeSet<>(this.roles),
				this.enabled, this.password != null, this.rightsHeld, this.generation, this.secondFactor);
	}

	Person person() {
		return new Person(this.login, this.name);
	}

	/** What {@link AccountSeals} seals, as a list that reads in one way only. */
	String[] sealed() {
		return fields(SEAL, Stream.of(this.name));
	}

	/** What seals covered before they covered the name. */
	String[] sealedBefore() {
		return fields(FORMER_SEAL, Stream.empty());
	}

	private String[] fields(String version, Stream<String> more) {
		Stream<String> row = Stream
			.of(version, this.login, String.valueOf(this.unitId), Objects.toString(this.password, ""), this.enabled,
					this.rightsHeld, this.secondFactor, this.generation)
			.map(String::valueOf);
		return Stream.of(row, more, this.roles.stream().sorted().map(String::valueOf))
			.flatMap((fields) -> fields)
			.toArray(String[]::new);
	}

	byte @Nullable [] seal() {
		return this.seal;
	}

	void seal(byte[] seal) {
		this.seal = seal;
	}

	/** Whether a session may go on that was begun in this generation. */
	boolean goesOn(int generation) {
		return this.enabled && this.generation == generation;
	}

	void noteSecondFactor(boolean has) {
		this.secondFactor = has;
	}

	/** Whoever signs in next needs a link. */
	void forgetPassword() {
		this.password = null;
	}

	void changePassword(String encoded) {
		this.password = encoded;
	}

	void enable() {
		this.enabled = true;
	}

	void disable() {
		this.enabled = false;
	}

	void holdRights() {
		this.rightsHeld = true;
	}

	void confirmRights() {
		this.rightsHeld = false;
	}

	void grant(Role role) {
		this.roles.add(role);
	}

	void revoke(Role role) {
		this.roles.remove(role);
	}

}
