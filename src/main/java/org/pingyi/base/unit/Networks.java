package org.pingyi.base.unit;

import java.util.List;

import inet.ipaddr.IPAddress;

import org.pingyi.base.audit.Audit;
import org.pingyi.base.web.Refusal;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The networks that units use, declared by the office, so that a vote out of the rated
 * unit's own network can be told from others.
 */
@Service
public class Networks {

	/** All together cover less than a thousandth of the addresses there are. */
	private static final int MOST = 50;

	private final UnitNetworkRepository repository;

	private final Units units;

	private final NetworkMap map;

	private final NetworkSeals seals;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	Networks(UnitNetworkRepository repository, Units units, NetworkMap map, NetworkSeals seals, Audit audit,
			ApplicationEventPublisher events) {
		this.seals = seals;
		this.repository = repository;
		this.units = units;
		this.map = map;
		this.audit = audit;
		this.events = events;
	}

	/** Whether an address lies in a network that the unit uses; read from memory. */
	public boolean covers(long unit, String address) {
		return this.map.covers(unit, address);
	}

	/** The networks of a unit, in the order of their addresses. */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional(readOnly = true)
	public List<UnitNetwork> of(String code) {
		return this.repository.findByUnit(require(code).id())
			.stream()
			.map((row) -> new UnitNetwork(row.getId(), row.getNetwork()))
			.toList();
	}

	/**
	 * Declares a network: an address or a block, IPv4 or IPv6.
	 * @throws Refusal 404, 409 {@code unit.networkTaken} or {@code unit.networksMany},
	 * 422 {@code unit.networkMalformed} or {@code unit.networkTooWide}
	 */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional
	public void add(String code, String typed) {
		Unit unit = require(code);
		String network = Addresses.written(block(typed));
		if (this.repository.countByUnitId(unit.id()) >= MOST) {
			throw Refusal.conflict("unit.networksMany", MOST);
		}
		try {
			this.repository.saveAndFlush(this.seals.sealed(unit.id(), network));
		}
		catch (DataIntegrityViolationException ex) {
			throw Refusal.conflict("unit.networkTaken", network);
		}
		changed("unit.networkAdded", code, network);
	}

	/**
	 * Takes a network of a unit back.
	 * @throws Refusal 404 when it is not one of the unit's
	 */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional
	public void remove(String code, long id) {
		UnitNetworkEntity network = this.repository.findByUnitIdAndId(require(code).id(), id)
			.orElseThrow(() -> Refusal.notFound("unit.networkUnknown"));
		this.repository.delete(network);
		changed("unit.networkRemoved", code, network.network());
	}

	private static IPAddress block(String typed) {
		IPAddress block = Addresses.read(typed).orElseThrow(() -> Refusal.invalid("unit.networkMalformed", typed));
		if (Addresses.isTooWide(block)) {
			throw Refusal.invalid("unit.networkTooWide", typed);
		}
		return block;
	}

	private void changed(String act, String code, String network) {
		this.audit.record(act, "unit:" + code, network);
		this.events.publishEvent(new NetworksChanged());
	}

	private Unit require(String code) {
		return this.units.byCode(code).orElseThrow(() -> Refusal.notFound("unit.unknown", code));
	}

}
