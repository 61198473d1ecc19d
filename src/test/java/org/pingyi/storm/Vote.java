package org.pingyi.storm;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;

/** One sheet of one voter, and what the voter was told about it. */
final class Vote {

	private static final Pattern CODE = Pattern.compile("\"code\":\"([0-9A-Z-]{24})\"");

	private final String form;

	private volatile List<String> receipts = List.of();

	private volatile boolean refused;

	/**
	 * @param form what is posted, pass and idempotency key included
	 */
	Vote(String form) {
		this.form = form;
	}

	/**
	 * Posts the sheet, the first time or again.
	 * @return whether it was acknowledged
	 * @throws IllegalStateException when a retry is told something else than before
	 */
	boolean send(int port) {
		try {
			HttpResponse<String> answer = post(port);
			if (answer.statusCode() == 200) {
				remember(CODE.matcher(answer.body()).results().map((code) -> code.group(1)).toList());
			}
			this.refused = answer.statusCode() == 409;
			return answer.statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
	}

	HttpResponse<String> post(int port) throws IOException {
		return Http.post(port, "/vote/receipts", this.form);
	}

	private void remember(List<String> told) {
		if (told.isEmpty() || isAcknowledged() && !told.equals(this.receipts)) {
			throw new IllegalStateException("Told " + this.receipts + " and then " + told);
		}
		this.receipts = told;
	}

	boolean isAcknowledged() {
		return !this.receipts.isEmpty();
	}

	/** Whether the last answer was 409. */
	boolean isRefused() {
		return this.refused;
	}

	/** The codes, one for each unit. */
	List<String> receipts() {
		return this.receipts;
	}

}
