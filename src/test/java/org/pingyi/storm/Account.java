package org.pingyi.storm;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.pingyi.intake.ballot.tally.Counters;

/**
 * What the voters were told, checked against the log of a closed year.
 *
 * @param acknowledged receipts that voters hold
 * @param lost receipts that are not in the log
 * @param unknown receipts in the log that no voter holds
 * @param doubled ballots beyond one for each receipt that a voter holds
 * @param agree whether the store's own figures are in accord
 */
record Account(long acknowledged, long lost, long unknown, long doubled, boolean agree) {

	static Account of(Collection<Vote> votes, List<String> log, Counters counters) {
		Set<String> told = votes.stream()
			.flatMap((vote) -> vote.receipts().stream())
			.map(Account::hash)
			.collect(Collectors.toSet());
		return new Account(told.size(), without(told, log), without(log, told),
				Math.max(0, counters.ballots() - told.size()), counters.agree());
	}

	private static long without(Collection<String> some, Collection<String> others) {
		Set<String> left = new HashSet<>(some);
		left.removeAll(new HashSet<>(others));
		return left.size();
	}

	private static String hash(String receipt) {
		try {
			byte[] code = receipt.replace("-", "").getBytes(StandardCharsets.US_ASCII);
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(code));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
