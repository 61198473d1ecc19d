package org.pingyi.rules.cycle;

import java.time.LocalDate;

import org.pingyi.As;
import org.pingyi.Samples;
import org.pingyi.TestClock;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.rules.scheme.SchemeSamples;
import org.pingyi.rules.scheme.SchemeVersion;

/**
 * The year 2026 of the sample city, walked step by step: ballots from 1 to 30 November.
 * {@link #close} moves the clock to the last day.
 */
@Samples
public class CycleSamples {

	public static final LocalDate OPENS = LocalDate.of(2026, 11, 1);

	public static final LocalDate CLOSES = LocalDate.of(2026, 11, 30);

	private final Cycles cycles;

	private final Closings closings;

	private final CyclePlans plans;

	private final UnitSamples units;

	private final SchemeSamples schemes;

	private final TestClock clock;

	CycleSamples(Cycles cycles, Closings closings, CyclePlans plans, UnitSamples units, SchemeSamples schemes,
			TestClock clock) {
		this.cycles = cycles;
		this.closings = closings;
		this.plans = plans;
		this.units = units;
		this.schemes = schemes;
		this.clock = clock;
	}

	/** A draft with the stock units and the founding method. */
	public Cycle drafted() {
		this.units.city();
		return drafted(this.schemes.founding());
	}

	/** A draft under a given version, with the units registered so far. */
	public Cycle drafted(SchemeVersion version) {
		return As.office(() -> this.plans.draft(new CyclePlan("2026", "2026年度机关作风建设考评", version.id(), OPENS, CLOSES)));
	}

	public Cycle announced() {
		return announce(drafted());
	}

	public Cycle opened() {
		return open(announced());
	}

	/** Opened and closed with nothing in between. */
	public Cycle closed() {
		return close(opened());
	}

	public Cycle announce(Cycle cycle) {
		return As.office(() -> {
			this.cycles.announce(cycle.id());
			return this.cycles.byId(cycle.id());
		});
	}

	public Cycle open(Cycle cycle) {
		return As.office(() -> {
			this.cycles.open(cycle.id());
			return this.cycles.byId(cycle.id());
		});
	}

	/** Announced under the demanding method, with the stock units. */
	public Cycle demanding() {
		this.units.city();
		return announce(drafted(this.schemes.demanding()));
	}

	/** Moves the last day of ballots, as the office does. */
	public void extend(Cycle cycle, LocalDate closesOn) {
		As.office(() -> {
			this.plans.extend(cycle.id(), closesOn);
			return cycle;
		});
	}

	/** Moves the clock to the last day, on which ballots are taken and the close is. */
	public void moveToLastDay(Cycle cycle) {
		this.clock.moveTo(cycle.closesOn());
	}

	/** Moves the clock to the last day and closes, with all that this takes. */
	public Cycle close(Cycle cycle) {
		beginClosing(cycle);
		return finishClosing(cycle);
	}

	/** Moves the clock to the last day and takes no more ballots. */
	public Cycle beginClosing(Cycle cycle) {
		moveToLastDay(cycle);
		return As.office(() -> {
			this.cycles.close(cycle.id());
			return this.cycles.byId(cycle.id());
		});
	}

	/** Finishes a close, as every node does by turns. */
	public Cycle finishClosing(Cycle cycle) {
		this.closings.finish(cycle.id());
		return this.cycles.byId(cycle.id());
	}

}
