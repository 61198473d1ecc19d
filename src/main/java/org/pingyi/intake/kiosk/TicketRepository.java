package org.pingyi.intake.kiosk;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The issued tickets. */
interface TicketRepository extends Repository<TicketEntity, String> {

	TicketEntity save(TicketEntity ticket);

	Optional<TicketEntity> findById(String hash);

	/** How many tickets were issued about each unit. */
	@Query("""
			select tablet.unitId as unit, count(*) as forms
			from TicketEntity ticket join TabletEntity tablet on tablet.id = ticket.tabletId
			where ticket.cycleId = :cycle group by tablet.unitId""")
	List<UnitTickets> countByUnit(long cycle);

	/** Marks a ticket as used and forgets its hour; returns 0 when it was used before. */
	@Modifying
	@Query("update TicketEntity set used = true, validUntil = null where ticketHash = :hash and not used")
	int use(String hash);

	/** How many tickets were issued about a unit. */
	record UnitTickets(long unit, long forms) {
	}

}
