package org.pingyi.intake.kiosk;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
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
	@Query("""
			update TicketEntity set used = true, validUntil = null, seal = :seal
			where ticketHash = :hash and not used""")
	int use(String hash, byte[] seal);

	/** The next tickets of a cycle, in no order of their issue. */
	@Query("select t from TicketEntity t where t.cycleId = :cycle and t.ticketHash > :after order by t.ticketHash")
	List<TicketEntity> following(long cycle, String after, Limit limit);

	/** Some from before there were seals; of nodes that start at once one gets them. */
	@Query(nativeQuery = true, value = """
			delete from kiosk_unsealed_ticket where ticket_hash in (
				select ticket_hash from kiosk_unsealed_ticket limit :most)
			returning ticket_hash""")
	List<String> takeUnsealed(int most);

	List<TicketEntity> findByTicketHashIn(Collection<String> hashes);

	/** How many from before there were seals are put down. */
	@Query(nativeQuery = true, value = "select count(*) from kiosk_unsealed_ticket")
	long countUnsealed();

	/** How many tickets were issued about a unit. */
	record UnitTickets(long unit, long forms) {
	}

}
