package org.pingyi.base.unit;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** The groups that units are ranked in. */
interface UnitGroupRepository extends JpaRepository<UnitGroupEntity, Long> {

	List<UnitGroupEntity> findAllByOrderByPositionAscIdAsc();

	Optional<UnitGroupEntity> findByCode(String code);

	@Query("select coalesce(max(g.position), 0) + 1 from UnitGroupEntity g")
	int nextPosition();

}
