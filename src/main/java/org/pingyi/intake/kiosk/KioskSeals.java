package org.pingyi.intake.kiosk;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.persistence.EntityManager;

import org.pingyi.base.audit.AlterationSource;
import org.pingyi.base.audit.Alterations;
import org.pingyi.base.secret.Pseudonyms;
import org.pingyi.base.web.Refusal;
import org.pingyi.rules.cycle.ClosingTask;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.data.domain.Limit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Seals tablets and tickets with an HMAC under a key outside the database, over all that
 * decides who answers about whom. One that a statement of SQL made or altered opens
 * nothing, and the trail names it, at the close at the latest. One that was put back as
 * it once was is not noticed.
 */
@Component
class KioskSeals implements AlterationSource, ClosingTask, SmartInitializingSingleton {

	private static final String ALTERED = "kiosk.altered";

	private static final int SOME = 1000;

	private final TabletRepository tablets;

	private final TicketRepository tickets;

	private final Pseudonyms pseudonyms;

	private final Alterations alterations;

	private final EntityManager entities;

	private final TransactionOperations transaction;

	KioskSeals(TabletRepository tablets, TicketRepository tickets, Pseudonyms pseudonyms, Alterations alterations,
			EntityManager entities, TransactionOperations transaction) {
		this.tablets = tablets;
		this.tickets = tickets;
		this.pseudonyms = pseudonyms;
		this.alterations = alterations;
		this.entities = entities;
		this.transaction = transaction;
	}

	/** Seals what an act made of a tablet; the last thing that it does to it. */
	void seal(TabletEntity tablet) {
		tablet.seal(this.pseudonyms.mac(tablet.sealed()));
	}

	void seal(TicketEntity ticket) {
		ticket.seal(this.pseudonyms.mac(ticket.sealed()));
	}

	/** The seal of a ticket once it is used. */
	byte[] asUsed(TicketEntity ticket) {
		return this.pseudonyms.mac(ticket.sealedAsUsed());
	}

	/** Whether a tablet is as the last act left it; tells of one that is not. */
	boolean holds(TabletEntity tablet) {
		boolean holds = agrees(tablet);
		if (!holds) {
			tell(tablet.id(), "");
		}
		return holds;
	}

	/**
	 * Makes sure of that.
	 * @throws Refusal 410 {@code kiosk.altered}
	 */
	void require(TabletEntity tablet) {
		if (!holds(tablet)) {
			throw refusal();
		}
	}

	/**
	 * Makes sure that a ticket is as it was issued, or used.
	 * @throws Refusal 410 {@code kiosk.altered}
	 */
	void require(TicketEntity ticket) {
		if (!agrees(ticket)) {
			tell(ticket.tablet(), "1");
			throw refusal();
		}
	}

	private static Refusal refusal() {
		return new Refusal(HttpStatus.GONE, ALTERED);
	}

	private boolean agrees(TabletEntity tablet) {
		return this.pseudonyms.agrees(tablet.seal(), tablet.sealed());
	}

	private boolean agrees(TicketEntity ticket) {
		return this.pseudonyms.agrees(ticket.seal(), ticket.sealed());
	}

	/**
	 * @param tickets how many of its tickets were altered, or "" for the tablet itself
	 */
	private void tell(long tablet, String tickets) {
		this.alterations.tell(ALTERED, "tablet:" + tablet, tickets);
	}

	/** Tablets; the tickets, which are many, are told of at the close. */
	@Override
	@Transactional(readOnly = true)
	public List<String> altered() {
		return this.tablets.findAllByOrderByIdDesc()
			.stream()
			.filter((tablet) -> !agrees(tablet))
			.map((tablet) -> "tablet:" + tablet.id())
			.toList();
	}

	/** Tells of all that were altered, whether or not anybody used them. */
	@Override
	public void run(long cycle) {
		this.tablets.findAllByOrderByIdDesc().forEach(this::holds);
		List<TicketEntity> some = this.tickets.following(cycle, "", Limit.of(SOME));
		while (!some.isEmpty()) {
			count(some).forEach((tablet, tickets) -> tell(tablet, String.valueOf(tickets)));
			some = this.tickets.following(cycle, some.getLast().getId(), Limit.of(SOME));
		}
	}

	/** The altered ones among them, by tablet. */
	private Map<Long, Long> count(List<TicketEntity> some) {
		return some.stream()
			.filter((ticket) -> !agrees(ticket))
			.collect(Collectors.groupingBy(TicketEntity::tablet, Collectors.counting()));
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.transaction.executeWithoutResult((status) -> sealOnce());
	}

	void sealOnce() {
		List<Long> older = this.tablets.takeUnsealed();
		boolean first = this.alterations.isFirstSeal("kiosk.sealed", "tablets and tickets",
				older.size() + this.tickets.countUnsealed());
		if (first) {
			older.forEach((id) -> this.tablets.findById(id).ifPresent(this::seal));
		}
		List<String> some = this.tickets.takeUnsealed(SOME);
		while (!some.isEmpty()) {
			if (first) {
				this.tickets.findByTicketHashIn(some).forEach(this::seal);
				this.entities.flush();
				this.entities.clear();
			}
			some = this.tickets.takeUnsealed(SOME);
		}
	}

}
