package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.pingyi.rules.scoring.Inputs.Event;
import org.pingyi.rules.scoring.Inputs.Figure;
import org.pingyi.rules.scoring.Inputs.Issued;
import org.pingyi.rules.scoring.Inputs.Subject;
import org.pingyi.rules.scoring.Inputs.Tally;

/**
 * What was counted in a city of many units, drawn by lot: always the same for the same
 * size. Every answer of every item of every form was given by somebody, so that there are
 * as many bars however many ballots they count.
 */
final class LargeCity {

	/** The fewest ballots of a class of raters for which every answer can occur. */
	private static final int ANSWERS = LargeCityRules.CODES.size();

	private final Random lot = new Random(20_260_701);

	private final List<Subject> subjects = new ArrayList<>();

	private final List<Tally> tallies = new ArrayList<>();

	private final List<Issued> issued = new ArrayList<>();

	private final List<Event> events = new ArrayList<>();

	private final List<Figure> figures = new ArrayList<>();

	private final int ballots;

	private LargeCity(int ballots) {
		this.ballots = ballots;
	}

	/**
	 * The inputs of a year.
	 * @param units how many units, in five groups
	 * @param ballots how many ballots in all, at least 60 for each unit
	 */
	static Inputs inputs(int units, int ballots) {
		LargeCity city = new LargeCity(ballots / Math.max(1, units) / (LargeCityRules.CHANNELS.size() * 2));
		IntStream.range(0, units).forEach(city::unit);
		return new Inputs(List.copyOf(city.subjects), List.copyOf(city.tallies), List.copyOf(city.issued),
				List.copyOf(city.events), List.copyOf(city.figures), List.of());
	}

	private void unit(int number) {
		String unit = "U%04d".formatted(number);
		boolean window = this.lot.nextInt(5) > 0;
		this.subjects.add(new Subject(unit, "g" + number % 5, window ? Set.of("WINDOW", "AWARDS") : Set.of()));
		for (String channel : LargeCityRules.CHANNELS) {
			if (window || !channel.equals("WINDOW")) {
				LargeCityRules.classes(channel).forEach((raters) -> ballots(unit, channel, raters));
			}
		}
		record(unit);
	}

	private void ballots(String unit, String channel, String raters) {
		this.issued.add(new Issued(unit, channel, raters, this.ballots + this.lot.nextInt(50)));
		this.tallies.add(new Tally(unit, channel, raters, 0, 0, 0, this.ballots));
		for (int item = 1; item <= LargeCityRules.ITEMS; item++) {
			answers(unit, channel, raters, item);
		}
	}

	private void answers(String unit, String channel, String raters, int item) {
		int rest = this.ballots - ANSWERS;
		for (int place = 0; place < ANSWERS; place++) {
			int more = (place < ANSWERS - 1) ? this.lot.nextInt(rest / 2 + 1) : rest;
			rest -= more;
			this.tallies.add(new Tally(unit, channel, raters, 0, item, LargeCityRules.CODES.get(place), 1L + more));
		}
	}

	private void record(String unit) {
		for (String key : LargeCityRules.FIGURES) {
			if (this.lot.nextInt(20) > 0) {
				this.figures.add(new Figure(unit, key, BigDecimal.valueOf(1 + this.lot.nextInt(10_000), 2)));
			}
		}
		for (int number = this.lot.nextInt(4); number > 0; number--) {
			boolean fault = this.lot.nextBoolean();
			this.events.add(new Event(unit, "No. " + this.lot.nextInt(3), fault ? "delay" : "award", fault ? "own" : "",
					fault ? "timely" : "", this.lot.nextInt(3)));
		}
	}

}
