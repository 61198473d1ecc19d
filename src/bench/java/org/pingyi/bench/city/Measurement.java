package org.pingyi.bench.city;

import java.util.List;

/**
 * One row of the table, or some that come from the same look. They run in the order of
 * {@link CityRows}, and some move the city on: it is closed, counted, published.
 */
interface Measurement {

	/** What the log says while it runs. */
	String name();

	/** Looks at a running city; whatever it throws is said, and the next one runs. */
	List<Figure> of(RunningCity city) throws Exception;

}
