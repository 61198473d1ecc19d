package org.pingyi.bench.vote;

import java.io.IOException;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the rivals are used. */
final class Rivals {

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private Rivals() {
	}

	static void plain(Connection connection) throws IOException {
		require(connection
			.send(Connection.post("/plain", "", "voter=" + UUID.randomUUID() + "&unit=U101&answers=1234567")));
	}

	/** A page with a new session, then the form with its cookie and token. */
	static void conventional(Connection connection) throws IOException {
		Connection.Answer page = connection.send(Connection.get("/conventional"));
		require(page);
		Matcher token = TOKEN.matcher(page.text());
		if (!token.find()) {
			throw new IOException("No token in the page");
		}
		require(connection.send(Connection.post("/conventional", page.cookie(),
				"_csrf=" + token.group(1) + "&unit=U101&answers=1234567")));
	}

	private static void require(Connection.Answer answer) throws IOException {
		if (answer.status() != 200) {
			throw new IOException("Refused: " + answer.status() + " " + answer.text());
		}
	}

}
