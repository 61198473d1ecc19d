package org.pingyi.bench.city;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A form that the office sends once, and that moves the year on.
 *
 * @param name of the line
 * @param page where it stands
 * @param path where it goes
 * @param fields what it holds, a query for each
 */
record Act(String name, String page, String path, Map<String, String> fields) implements Measurement {

	@Override
	public List<Figure> of(RunningCity city) throws Exception {
		Memory.forget(city.pid());
		double millis = Times.millis(() -> send(city));
		return List.of(new Figure(this.name, "ms", millis),
				new Figure(this.name + ", most memory", "MB", Memory.most(city.pid())));
	}

	/** Sends the form, with the password that weighty ones ask for. */
	Void send(RunningCity city) throws Exception {
		Map<String, String> filled = new HashMap<>(Map.of("confirmation", CityStaff.PASSWORD));
		for (Map.Entry<String, String> field : this.fields.entrySet()) {
			filled.put(field.getKey(), city.text(field.getValue()));
		}
		city.browser(CityStaff.OFFICE).send(city.fill(this.page), city.fill(this.path), filled);
		return null;
	}

}
