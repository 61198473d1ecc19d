package org.pingyi.base.unit;

import java.util.List;

import inet.ipaddr.IPAddress;

import org.pingyi.base.audit.Audit;
import org.pingyi.base.web.Refusal;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The networks that units use, declared by the office, so that a vote out of the rated
 * unit's own network can be told from others.
 */
@Service
public class Networks {

	/** A wider block is a slip: it would hold whole provinces. */
	private static final int WIDEST_FOURTH = 8;

	private static final int WIDEST_SIXTH = 16;

	private final JdbcClient jdbc;

	private final Units units;

	private final NetworkMap map;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	Networks(JdbcClient jdbc, Units units, NetworkMap map, Audit audit, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
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
		return this.jdbc.sql("select id, network::text as network from unit_network where unit_id = ? order by network")
			.param(require(code).id())
			.query(UnitNetwork.class)
			.list();
	}

	/**
	 * Declares a network: an address or a block of either generation.
	 * @throws Refusal 404, 409 {@code unit.networkTaken}, 422
	 * {@code unit.networkMalformed} or {@code unit.networkTooWide}
	 */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional
	public void add(String code, String typed) {
		Unit unit = require(code);
		String network = Addresses.written(block(typed));
		try {
			this.jdbc.sql("insert into unit_network (unit_id, network) values (?, ?::cidr)")
				.params(unit.id(), network)
				.update();
		}
		catch (DuplicateKeyException ex) {
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
		String network = this.jdbc.sql("delete from unit_network where unit_id = ? and id = ? returning network::text")
			.params(require(code).id(), id)
			.query(String.class)
			.optional()
			.orElseThrow(() -> Refusal.notFound("unit.networkUnknown"));
		changed("unit.networkRemoved", code, network);
	}

	private static IPAddress block(String typed) {
		IPAddress block = Addresses.read(typed).orElseThrow(() -> Refusal.invalid("unit.networkMalformed", typed));
		Integer length = block.getNetworkPrefixLength();
		if (length != null && length < (block.isIPv4() ? WIDEST_FOURTH : WIDEST_SIXTH)) {
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
