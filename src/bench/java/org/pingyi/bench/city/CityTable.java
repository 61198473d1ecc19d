package org.pingyi.bench.city;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The figures of both cities, a line each: its baseline, both figures, the ratio to the
 * baseline in the larger city, and the exponent with which the figure grows.
 */
final class CityTable {

	private final Map<String, Line> lines = new LinkedHashMap<>();

	private final CitySize small;

	private final CitySize large;

	CityTable(CitySize small, CitySize large) {
		this.small = small;
		this.large = large;
	}

	/** Two figures of one line, as far as they were measured. */
	private static final class Line {

		@Nullable Figure small;

		@Nullable Figure large;

	}

	void add(CitySize city, List<Figure> figures) {
		for (Figure figure : figures) {
			Line line = this.lines.computeIfAbsent(figure.line() + ", " + figure.unit(), (name) -> new Line());
			if (city.equals(this.small)) {
				line.small = figure;
			}
			else {
				line.large = figure;
			}
		}
	}

	void print(PrintStream out) {
		out.printf("%n| what | baseline | %s | %s | ratio | exponent |%n|---|---|---|---|---|---|%n",
				this.small.label(), this.large.label());
		this.lines.forEach((name, line) -> out.printf("| %s | %s | %s | %s | %s | %s |%n", name,
				baseline((line.large != null) ? line.large : line.small), cell(line.small), cell(line.large),
				ratio((line.large != null) ? line.large : line.small), exponent(line)));
	}

	private static String baseline(@Nullable Figure figure) {
		return (figure == null || figure.baseline().isEmpty()) ? ""
				: figure.baseline() + " " + rounded(figure.compared());
	}

	private static String cell(@Nullable Figure figure) {
		if (figure == null) {
			return "failed";
		}
		return rounded(figure.value()) + (figure.beside().isEmpty() ? "" : " (" + figure.beside() + ")");
	}

	private static String ratio(@Nullable Figure figure) {
		return (figure == null || Double.isNaN(figure.compared())) ? "" : rounded(figure.ratio());
	}

	/** 0 for what does not grow, 1 for what grows with the city. */
	private String exponent(Line line) {
		if (line.small == null || line.large == null || line.small.value() <= 0 || line.large.value() <= 0) {
			return "";
		}
		double growth = Math.log(line.large.value() / line.small.value());
		return String.format(Locale.ROOT, "%.2f", growth / Math.log(this.large.part() / this.small.part()));
	}

	private static String rounded(double value) {
		return String.format(Locale.ROOT, (value < 10) ? "%.2f" : (value < 100) ? "%.1f" : "%,.0f", value);
	}

}
