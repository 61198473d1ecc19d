package org.pingyi.intake.kiosk;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.pingyi.As;
import org.pingyi.Samples;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.intake.ballot.Receipt;
import org.pingyi.rules.scoring.Item;

/** Tablets at the windows of the stock agencies, and forms filled on them. */
@Samples
public class KioskSamples {

	private final Kiosks kiosks;

	private final Tickets tickets;

	private final UnitSamples units;

	KioskSamples(Kiosks kiosks, Tickets tickets, UnitSamples units) {
		this.kiosks = kiosks;
		this.tickets = tickets;
		this.units = units;
	}

	/** A paired tablet at a window of the Water Bureau; its secret. */
	public String tabletOfWaterBureau() {
		return tablet(this.units.waterBureau().code());
	}

	/** A paired tablet at a window of a unit; its secret. */
	public String tablet(String unit) {
		return this.kiosks.pair(registered(unit).token());
	}

	/** A tablet that waits for its device. */
	public Pairing registered(String unit) {
		this.units.city();
		return As.office(() -> this.kiosks.register(unit, "政务大厅3号窗口"));
	}

	/** Issues tickets that nobody uses. */
	public void issue(String device, int number) {
		for (int ticket = 0; ticket < number; ticket++) {
			this.tickets.issue(device, false);
		}
	}

	/** Takes in a form on a tablet that answers every item alike. */
	public Receipt rate(String device, int level) {
		return submit(this.tickets.issue(device, false), level);
	}

	/** Takes in the form of a ticket. */
	public Receipt rate(String ticket) {
		return submit(ticket, 1);
	}

	private Receipt submit(String ticket, int level) {
		return this.tickets.submit(ticket, UUID.randomUUID().toString(), answers(ticket, level));
	}

	/** Answers to every item of a ticket's form, all alike. */
	public WindowAnswers answers(String ticket, int level) {
		WindowForm form = this.tickets.form(ticket);
		Map<String, Integer> answers = form.form()
			.questionnaire()
			.items()
			.stream()
			.collect(Collectors.toMap(Item::code, (item) -> level));
		return new WindowAnswers(form.raters().getFirst().code(), answers, "", false);
	}

}
