package org.pingyi.bench.city;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Locale;

/**
 * A page as one client sees it, beside the query for the rows that it shows, or beside a
 * page without any.
 *
 * @param name of the line
 * @param login who looks, or "" for a stranger
 * @param path its address
 * @param sql the rows that it shows, as one would write the query by hand; "" for none
 */
record PageMeasurement(String name, String login, String path, String sql) implements Measurement {

	private static final String PLAIN = "/login";

	@Override
	public List<Figure> of(RunningCity city) throws Exception {
		Browser browser = city.browser(this.login);
		String address = city.fill(this.path);
		Times page = Times.of(() -> accepted(browser.get(address)));
		Times compared = this.sql.isEmpty() ? Times.of(() -> accepted(city.browser("").get(PLAIN))) : query(city);
		String baseline = this.sql.isEmpty() ? "plain page" : "its SQL";
		return List.of(
				new Figure(this.name, "ms", page.median(), "p99 " + rounded(page.p99()), baseline, compared.median()),
				bytes(browser, address));
	}

	private Times query(RunningCity city) throws Exception {
		try (PreparedStatement statement = city.connection().prepareStatement(city.fill(this.sql))) {
			return Times.of(() -> city.read(statement));
		}
	}

	private Figure bytes(Browser browser, String address) throws Exception {
		int plain = browser.getPlain(address).body().length;
		int zipped = browser.get(address).body().length;
		return new Figure(this.name, "kB", plain / 1000.0, "gzip " + rounded(zipped / 1000.0), "", Double.NaN);
	}

	private static HttpResponse<byte[]> accepted(HttpResponse<byte[]> answer) throws IOException {
		if (answer.statusCode() != 200) {
			throw new IOException(answer.uri() + " answers " + answer.statusCode());
		}
		return answer;
	}

	private static String rounded(double value) {
		return String.format(Locale.ROOT, "%.0f", value);
	}

}
