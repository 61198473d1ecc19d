package org.pingyi.base.unit;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.pingyi.base.audit.AlterationSource;
import org.pingyi.base.audit.Alterations;
import org.pingyi.base.secret.Pseudonyms;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Seals networks with an HMAC under a key outside the database. One that a statement of
 * SQL added, widened or gave to another unit covers nobody, and the trail names it.
 */
@Component
class NetworkSeals implements AlterationSource, SmartInitializingSingleton {

	private static final String PURPOSE = "unit.network.seal";

	private final UnitNetworkRepository repository;

	private final Pseudonyms pseudonyms;

	private final Alterations alterations;

	private final TransactionOperations transaction;

	/** Networks are read all the time, and told of once. */
	private final Set<String> told = ConcurrentHashMap.newKeySet();

	NetworkSeals(UnitNetworkRepository repository, Pseudonyms pseudonyms, Alterations alterations,
			TransactionOperations transaction) {
		this.repository = repository;
		this.pseudonyms = pseudonyms;
		this.alterations = alterations;
		this.transaction = transaction;
	}

	/** A network as an act declares it. */
	UnitNetworkEntity sealed(long unit, String network) {
		return new UnitNetworkEntity(unit, network, this.pseudonyms.mac(fields(unit, network)));
	}

	private static String[] fields(long unit, String network) {
		return new String[] { PURPOSE, String.valueOf(unit), network };
	}

	private boolean holds(UnitNetworkEntity row) {
		return this.pseudonyms.agrees(row.seal(), fields(row.unitId(), row.network()));
	}

	/** Those that are as they were declared; tells of the others. */
	List<UnitNetworkEntity> genuine(List<UnitNetworkEntity> rows) {
		List<UnitNetworkEntity> altered = rows.stream().filter((row) -> !holds(row)).toList();
		this.told.retainAll(altered.stream().map(NetworkSeals::key).collect(Collectors.toSet()));
		altered.stream().filter((row) -> this.told.add(key(row))).forEach(this::tell);
		return rows.stream().filter(this::holds).toList();
	}

	private static String key(UnitNetworkEntity row) {
		return row.unitId() + " " + row.network();
	}

	private void tell(UnitNetworkEntity row) {
		this.alterations.tell("unit.networkAltered", subject(row), "unit " + row.unitId());
	}

	private static String subject(UnitNetworkEntity row) {
		return "network:" + row.network();
	}

	@Override
	@Transactional(readOnly = true)
	public List<String> altered() {
		return this.repository.findAll().stream().filter((row) -> !holds(row)).map(NetworkSeals::subject).toList();
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.transaction.executeWithoutResult((status) -> sealOnce());
	}

	/** A row is replaced, for the application may not change one. */
	void sealOnce() {
		List<Long> unsealed = this.repository.takeUnsealed();
		if (this.alterations.isFirstSeal("unit.networksSealed", "networks", unsealed.size())) {
			List<UnitNetworkEntity> older = this.repository.findAllById(unsealed);
			this.repository.deleteAllInBatch(older);
			this.repository.saveAll(older.stream().map((row) -> sealed(row.unitId(), row.network())).toList());
		}
	}

}
