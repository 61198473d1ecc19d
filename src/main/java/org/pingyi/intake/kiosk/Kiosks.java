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

	private final Units units;

	private final Pseudonyms pseudonyms;

	private final Audit audit;

	private final Clock clock;

	Kiosks(TabletRepository tablets, Units units, Pseudonyms pseudonyms, Audit audit, Clock clock) {
		this.tablets = tablets;
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
		long tablet = this.tablets.save(new TabletEntity(owner.id(), window, hashOfPairing(token), pairingEnd())).id();
		this.audit.record("kiosk.registered", "tablet:" + tablet, owner.code());
		return new Pairing(tablet, token);
	}

	/** Makes a new pairing link; the old link and the device paired before die. */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional
	public Pairing renewPairing(long tablet) {
		String token = TokenGenerator.generate();
		if (stored(tablet).revoked() || this.tablets.awaitPairing(tablet, hashOfPairing(token), pairingEnd()) == 0) {
			throw Refusal.conflict("kiosk.revoked");
		}
		this.audit.record("kiosk.pairingRenewed", "tablet:" + tablet, "");
		return new Pairing(tablet, token);
	}

	/** Takes a tablet out of service for good. */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional
	public void revoke(long tablet) {
		if (this.tablets.revoke(tablet) == 1) {
			this.audit.record("kiosk.revoked", "tablet:" + tablet, "");
		}
	}

	/**
	 * The tablet that a pairing link stands for.
	 * @throws Refusal 410 {@code kiosk.pairingGone} when the link is unknown, used or old
	 */
	@Transactional(readOnly = true)
	public Tablet pairing(String token) {
		return this.tablets
			.findByPairingHashAndPairingUntilAfterAndRevokedFalse(hashOfPairing(token), this.clock.instant())
			.map(this::tablet)
			.orElseThrow(Kiosks::pairingGone);
	}

	/**
	 * Pairs the device that holds a pairing link; the link is used up.
	 * @return the secret that the device keeps
	 * @throws Refusal 410 {@code kiosk.pairingGone} when the link is unknown, used or old
	 */
	@Transactional
	public String pair(String token) {
		Tablet tablet = pairing(token);
		String device = TokenGenerator.generate();
		if (this.tablets.pair(tablet.id(), hashOfPairing(token), hashOfDevice(device)) == 0) {
			throw pairingGone();
		}
		this.audit.record("kiosk.paired", "tablet:" + tablet.id(), "");
		return device;
	}

	/** The tablet that a device is paired with, if it may take forms. */
	@Transactional(readOnly = true)
	public Optional<Tablet> tablet(@Nullable String device) {
		return Optional.ofNullable(device)
			.filter((secret) -> !secret.isEmpty())
			.flatMap((secret) -> this.tablets.findByDeviceHashAndRevokedFalse(hashOfDevice(secret)))
			.map(this::tablet);
	}

	/** A tablet, revoked or not. */
	Tablet byId(long tablet) {
		return tablet(stored(tablet));
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
