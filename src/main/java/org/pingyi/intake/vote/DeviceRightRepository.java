package org.pingyi.intake.vote;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The rights that were proved on each device. */
interface DeviceRightRepository extends Repository<DeviceRightEntity, DeviceRightEntity.Key> {

	/** Again makes no difference. */
	@Modifying
	@Query(nativeQuery = true, value = """
			insert into vote_device (cycle_id, device_mac, right_mac) values (:cycle, :device, :right)
			on conflict do nothing""")
	void add(long cycle, String device, String right);

	@Query("select count(r) from DeviceRightEntity r where r.key.cycleId = :cycle and r.key.deviceMac = :device")
	long count(long cycle, String device);

	@Modifying
	@Query("delete from DeviceRightEntity r where r.key.cycleId = :cycle")
	void deleteAll(long cycle);

}
