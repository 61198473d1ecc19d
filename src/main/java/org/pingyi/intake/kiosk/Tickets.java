package org.pingyi.intake.kiosk;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;

import org.pingyi.base.secret.Pseudonyms;
import org.pingyi.base.web.Refusal;
import org.pingyi.intake.ballot.Ballots;
import org.pingyi.intake.ballot.Receipt;
import org.pingyi.intake.ballot.Submission;
import org.pingyi.rules.cycle.Cycles;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * One-time tickets: whoever was served at a window answers its form once. Guarded by the
 * device's secret and the ticket, not by a role.
 */
@Service
public class Tickets {

	/** How long a ticket works on the tablet; chosen. */
	static final Duration ON_TABLET = Duration.ofMinutes(30);

	/** How long a ticket works on the visitor's own phone; chosen. */
	static final Duration ON_PHONE = Duration.ofHours(24);

	private final Kiosks kiosks;

	private final TicketRepository tickets;

	private final KioskSeals seals;

	private final TabletRepository tablets;

	private final WindowForms forms;

	private final Ballots ballots;

	private final Cycles cycles;

	private final Pseudonyms pseudonyms;

	private final Clock clock;

	Tickets(Kiosks kiosks, TicketRepository tickets, KioskSeals seals, TabletRepository tablets, WindowForms forms,
			Ballots ballots, Cycles cycles, Pseudonyms pseudonyms, Clock clock) {
		this.kiosks = kiosks;
		this.tickets = tickets;
		this.seals = seals;
		this.tablets = tablets;
		this.forms = forms;
		this.ballots = ballots;
		this.cycles = cycles;
		this.pseudonyms = pseudonyms;
		this.clock = clock;
	}

	/** Whether the unit of a tablet is being asked about today. */
	@Transactional(readOnly = true)
	public boolean open(Tablet tablet) {
		return this.forms.today(tablet, false).isPresent();
	}

	/**
	 * Issues a ticket for one service.
	 * @param device secret of a paired tablet
	 * @param ownPhone whether it will be answered on the visitor's phone: 24 hours
	 * instead of 30 minutes
	 * @throws Refusal 403 {@code kiosk.noDevice}, 409 {@code kiosk.notOpen} or
	 * {@code cycle.notOpen}
	 */
	@Transactional
	public String issue(String device, boolean ownPhone) {
		Tablet tablet = this.kiosks.tablet(device)
			.orElseThrow(() -> new Refusal(HttpStatus.FORBIDDEN, "kiosk.noDevice"));
		WindowForm form = today(tablet, ownPhone);
		this.cycles.holdOpen(form.cycle());
		String ticket = TokenGenerator.generate();
		TicketEntity issued = new TicketEntity(hash(ticket), form.cycle(), tablet.id(), ownPhone,
				LocalDate.now(this.clock), this.clock.instant().plus(ownPhone ? ON_PHONE : ON_TABLET));
		this.seals.seal(issued);
		this.tickets.save(issued);
		return ticket;
	}

	/**
	 * The form that a ticket opens.
	 * @throws Refusal 404 {@code kiosk.ticketUnknown}, 410 {@code kiosk.ticketUsed}, 410
	 * {@code kiosk.ticketExpired} or {@code kiosk.altered}, 409 {@code kiosk.notOpen}
	 */
	@Transactional(readOnly = true)
	public WindowForm form(String ticket) {
		TicketEntity issued = valid(ticket);
		if (issued.used()) {
			throw new Refusal(HttpStatus.GONE, "kiosk.ticketUsed");
		}
		return form(issued);
	}

	/**
	 * The form of a ticket that may be used already, so that a retry can be read.
	 * @throws Refusal as {@link #form}, but not for a used ticket
	 */
	@Transactional(readOnly = true)
	public WindowForm formAgain(String ticket) {
		return form(valid(ticket));
	}

	/**
	 * Takes the form in; the same answers under the same key again get the same receipt.
	 * @param key chosen at random for each form, as {@link Submission} says
	 * @throws Refusal as {@link #form}, and as {@link Ballots#submit}
	 */
	@Transactional
	public Receipt submit(String ticket, String key, WindowAnswers answers) {
		TicketEntity issued = valid(ticket);
		// The store holds "one right, one ballot"; the mark on the ticket serves the
		// pages.
		Receipt receipt = this.ballots.submit(submission(form(issued), ticket, key, answers));
		if (this.tickets.use(issued.getId(), this.seals.asUsed(issued)) == 1) {
			this.tablets.countForm(issued.tablet(), LocalDate.now(this.clock));
		}
		return receipt;
	}

	/** Whether a ticket was issued for the tablet itself, whatever became of it. */
	@Transactional(readOnly = true)
	public boolean onTablet(String ticket) {
		return this.tickets.findById(hash(ticket)).filter((issued) -> !issued.ownPhone()).isPresent();
	}

	private TicketEntity valid(String ticket) {
		TicketEntity issued = this.tickets.findById(hash(ticket))
			.orElseThrow(() -> Refusal.notFound("kiosk.ticketUnknown"));
		this.seals.require(issued);
		if (issued.expiredAt(this.clock.instant())) {
			throw expired();
		}
		return issued;
	}

	private WindowForm form(TicketEntity issued) {
		Tablet tablet = this.kiosks.byId(issued.tablet());
		if (tablet.state() == Tablet.State.REVOKED) {
			throw expired();
		}
		WindowForm form = today(tablet, issued.ownPhone());
		if (form.cycle() != issued.cycle()) {
			throw expired();
		}
		return form;
	}

	private WindowForm today(Tablet tablet, boolean ownPhone) {
		return this.forms.today(tablet, ownPhone).orElseThrow(() -> Refusal.conflict("kiosk.notOpen"));
	}

	private static Submission submission(WindowForm form, String ticket, String key, WindowAnswers answers) {
		return new Submission(form.cycle(), form.form().channel().code(), form.unit().unit(), answers.raterClass(),
				"ticket:" + ticket, key, answers.answers(), answers.opinion(), answers.mayForward());
	}

	private String hash(String ticket) {
		return this.pseudonyms.of("kiosk.ticket", ticket);
	}

	private static Refusal expired() {
		return new Refusal(HttpStatus.GONE, "kiosk.ticketExpired");
	}

}
