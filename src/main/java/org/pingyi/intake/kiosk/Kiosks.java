package org.pingyi.intake.kiosk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.audit.Audit;
import org.pingyi.base.secret.Pseudonyms;
import org.pingyi.base.unit.Trait;
import org.pingyi.base.unit.Unit;
import org.pingyi.base.unit.Units;
import org.pingyi.base.web.Refusal;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of tablets at service windows, and the devices paired with them. */
@Service
public class Kiosks {

	/** How long a pairing link works; chosen. */
	static final Duration PAIRING = Duration.ofHours(24);

	private final TabletRepository tablets;

	private final KioskSeals seals;

	private final Units units;

	private final Pseudonyms pseudonyms;

	private final Audit audit;

	private final Clock clock;

	Kiosks(TabletRepository tablets, KioskSeals seals, Units units, Pseudonyms pseudonyms, Audit audit, Clock clock) {
		this.tablets = tablets;
		this.seals = seals;
		this.units = units;
		this.pseudonyms = pseudonyms;
		this.audit = audit;
		this.clock = clock;
	}

	/** Every tablet, the newest first. */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional(readOnly = true)
	public List<Tablet> all() {
		Map<Long, Unit> known = this.units.all().stream().collect(Collectors.toMap(Unit::id, Function.identity()));
		return this.tablets.findAllByOrderByIdDesc().stream().map((stored) -> tablet(stored, known)).toList();
	}

	/**
	 * Registers a tablet for a window; the pairing link is to be opened on the device.
	 * @param unit code of a unit that serves at windows
	 * @throws Refusal 422 {@code kiosk.noWindow} for any other unit
	 */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional
	public Pairing register(String unit, String window) {
		Unit owner = this.units.byCode(unit)
			.filter((candidate) -> candidate.has(Trait.WINDOW))
			.orElseThrow(() -> Refusal.invalid("kiosk.noWindow", unit).at("unit"));
		String token = TokenGenerator.generate();
		TabletEntity tablet = this.tablets
			.save(new TabletEntity(owner.id(), window, hashOfPairing(token), pairingEnd()));
		this.seals.seal(tablet);
		this.audit.record("kiosk.registered", "tablet:" + tablet.id(), owner.code());
		return new Pairing(tablet.id(), token);
	}

	/**
	 * Makes a new pairing link; the old link and the device paired before die.
	 * @throws Refusal 404, 409 {@code kiosk.revoked}, 410 {@code kiosk.altered} for one
	 * to be taken out of service instead
	 */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional
	public Pairing renewPairing(long tablet) {
		TabletEntity stored = held(tablet);
		if (stored.revoked()) {
			throw Refusal.conflict("kiosk.revoked");
		}
		this.seals.require(stored);
		String token = TokenGenerator.generate();
		stored.awaitPairing(hashOfPairing(token), pairingEnd());
		this.seals.seal(stored);
		this.audit.record("kiosk.pairingRenewed", "tablet:" + tablet, "");
		return new Pairing(tablet, token);
	}

	/** Takes a tablet out of service for good; one that was altered stays unsealed. */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional
	public void revoke(long tablet) {
		TabletEntity stored = held(tablet);
		if (!stored.revoked()) {
			boolean genuine = this.seals.holds(stored);
			stored.revoke();
			if (genuine) {
				this.seals.seal(stored);
			}
			this.audit.record("kiosk.revoked", "tablet:" + tablet, "");
		}
	}

	/**
	 * The tablet that a pairing link stands for.
	 * @throws Refusal 410 {@code kiosk.pairingGone} when the link is unknown, used or old
	 */
	@Transactional(readOnly = true)
	public Tablet pairing(String token) {
		return tablet(awaiting(token));
	}

	private TabletEntity awaiting(String token) {
		return this.tablets
			.findByPairingHashAndPairingUntilAfterAndRevokedFalse(hashOfPairing(token), this.clock.instant())
			.filter(this.seals::holds)
			.orElseThrow(Kiosks::pairingGone);
	}

	/**
	 * Pairs the device that holds a pairing link; the link is used up.
	 * @return the secret that the device keeps
	 * @throws Refusal 410 {@code kiosk.pairingGone} when the link is unknown, used or old
	 */
	@Transactional
	public String pair(String token) {
		this.tablets.findIdByPairingHash(hashOfPairing(token)).ifPresent(this.tablets::lock);
		TabletEntity tablet = awaiting(token);
		String device = TokenGenerator.generate();
		tablet.pair(hashOfDevice(device));
		this.seals.seal(tablet);
		this.audit.record("kiosk.paired", "tablet:" + tablet.id(), "");
		return device;
	}

	/** The tablet that a device is paired with, if it may take forms. */
	@Transactional(readOnly = true)
	public Optional<Tablet> tablet(@Nullable String device) {
		return Optional.ofNullable(device)
			.filter((secret) -> !secret.isEmpty())
			.flatMap((secret) -> this.tablets.findByDeviceHashAndRevokedFalse(hashOfDevice(secret)))
			.filter(this.seals::holds)
			.map(this::tablet);
	}

	/**
	 * A tablet, revoked or not.
	 * @throws Refusal 410 {@code kiosk.altered}
	 */
	Tablet byId(long tablet) {
		TabletEntity stored = stored(tablet);
		this.seals.require(stored);
		return tablet(stored);
	}

	/** Until the transaction ends nobody else changes it. */
	private TabletEntity held(long tablet) {
		this.tablets.lock(tablet);
		return stored(tablet);
	}

	private TabletEntity stored(long tablet) {
		return this.tablets.findById(tablet).orElseThrow(() -> Refusal.notFound("kiosk.noTablet"));
	}

	private Tablet tablet(TabletEntity stored) {
		return tablet(stored, Map.of());
	}

	/** Closed units are not among those known. */
	private Tablet tablet(TabletEntity stored, Map<Long, Unit> known) {
		@Nullable Unit owner = known.get(stored.unit());
		return stored.toTablet((owner != null) ? owner : this.units.byId(stored.unit()).orElseThrow());
	}

	private Instant pairingEnd() {
		return this.clock.instant().plus(PAIRING);
	}

	private String hashOfPairing(String token) {
		return this.pseudonyms.of("kiosk.pairing", token);
	}

	private String hashOfDevice(String device) {
		return this.pseudonyms.of("kiosk.device", device);
	}

	private static Refusal pairingGone() {
		return new Refusal(HttpStatus.GONE, "kiosk.pairingGone");
	}

}
