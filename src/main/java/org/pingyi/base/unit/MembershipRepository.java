package org.pingyi.base.unit;

import java.util.List;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Who belonged to which group when. */
interface MembershipRepository extends JpaRepository<MembershipEntity, Long> {

	/** Newest first. */
	@Query("""
			select new org.pingyi.base.unit.Membership(g.code, g.name, m.fromDay, m.untilDay)
			from MembershipEntity m join m.group g where m.unitId = :unit order by m.fromDay desc
			""")
	List<Membership> findMemberships(long unit);

	/** The newest; every unit has one. */
	MembershipEntity findFirstByUnitIdOrderByFromDayDesc(long unitId);

}
