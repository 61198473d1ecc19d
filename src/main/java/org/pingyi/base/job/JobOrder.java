package org.pingyi.base.job;

import java.util.List;

/**
 * What is to be done.
 *
 * @param kind {@link JobKind#code() code} of its kind
 * @param subject what it is about, in its owner's words: {@code 名单.xlsx}
 * @param address of the page that it belongs to
 * @param parameters what its kind reads, in the kind's order
 */
public record JobOrder(String kind, String subject, String address, List<String> parameters) {

	private static final int LONGEST = 80;

	public JobOrder {
		subject = subject.replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ").strip();
		subject = (subject.length() > LONGEST) ? subject.substring(0, LONGEST) + "…" : subject;
		parameters = List.copyOf(parameters);
	}

}
