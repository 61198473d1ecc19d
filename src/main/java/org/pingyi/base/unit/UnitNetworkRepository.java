package org.pingyi.base.unit;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** The networks that units use. */
interface UnitNetworkRepository extends JpaRepository<UnitNetworkEntity, Long> {

	/** In the order of their addresses, which is not that of their texts. */
	@Query(nativeQuery = true, value = """
			select id, cast(network as text) as network from unit_network where unit_id = :unit
			order by unit_network.network
			""")
	List<NetworkRow> findByUnit(long unit);

	Optional<UnitNetworkEntity> findByUnitIdAndId(long unitId, long id);

	long countByUnitId(long unitId);

	/** Those from before there were seals; of nodes that start at once one gets them. */
	@Query(nativeQuery = true, value = "delete from unit_network_unsealed returning network_id")
	List<Long> takeUnsealed();

	/** A network as one row of a list. */
	interface NetworkRow {

		long getId();

		String getNetwork();

	}

}
