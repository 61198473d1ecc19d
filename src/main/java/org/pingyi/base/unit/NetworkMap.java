package org.pingyi.base.unit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import inet.ipaddr.IPAddress;
import inet.ipaddr.ipv4.IPv4AddressTrie;
import inet.ipaddr.ipv6.IPv6AddressTrie;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Keeps the networks of all units in memory, because every vote asks for them. A change
 * on this node is seen at once, one on another node after a short while.
 */
@Component
class NetworkMap {

	private static final Logger logger = LoggerFactory.getLogger(NetworkMap.class);

	private static final Duration KEPT = Duration.ofSeconds(30);

	private final UnitNetworkRepository repository;

	private final NetworkSeals seals;

	private final Clock clock;

	private volatile @Nullable Snapshot snapshot;

	NetworkMap(UnitNetworkRepository repository, NetworkSeals seals, Clock clock) {
		this.repository = repository;
		this.seals = seals;
		this.clock = clock;
	}

	/** The blocks of a unit, by version of the protocol. */
	private record Blocks(IPv4AddressTrie ipv4, IPv6AddressTrie ipv6) {

		void add(IPAddress block) {
			if (block.isIPv4()) {
				this.ipv4.add(block.toIPv4());
			}
			else {
				this.ipv6.add(block.toIPv6());
			}
		}

		boolean contain(IPAddress address) {
			return address.isIPv4() ? this.ipv4.elementContains(address.toIPv4())
					: this.ipv6.elementContains(address.toIPv6());
		}

	}

	private record Snapshot(Instant since, Map<Long, Blocks> units) {

		boolean isFresh(Instant now) {
			return !now.isBefore(this.since) && now.isBefore(this.since.plus(KEPT));
		}

	}

	boolean covers(long unit, String address) {
		Blocks blocks = current().units().get(unit);
		return blocks != null && Addresses.read(address).filter(blocks::contain).isPresent();
	}

	private Snapshot current() {
		Instant now = this.clock.instant();
		Snapshot known = this.snapshot;
		if (known == null || !known.isFresh(now)) {
			known = new Snapshot(now, read());
			this.snapshot = known;
		}
		return known;
	}

	private Map<Long, Blocks> read() {
		Map<Long, Blocks> units = new HashMap<>();
		for (UnitNetworkEntity declared : this.seals.genuine(this.repository.findAll())) {
			Blocks blocks = units.computeIfAbsent(declared.unitId(),
					(unit) -> new Blocks(new IPv4AddressTrie(), new IPv6AddressTrie()));
			Addresses.read(declared.network()).filter((block) -> isDeclared(block, declared)).ifPresent(blocks::add);
		}
		return units;
	}

	/** Nobody declares so wide a block since they are bounded. */
	private static boolean isDeclared(IPAddress block, UnitNetworkEntity row) {
		if (Addresses.isTooWide(block)) {
			logger.error("Network {} of unit {} is wider than any that is declared; it covers nobody", row.network(),
					row.unitId());
			return false;
		}
		return true;
	}

	@TransactionalEventListener(fallbackExecution = true)
	void forget(NetworksChanged changed) {
		this.snapshot = null;
	}

}
