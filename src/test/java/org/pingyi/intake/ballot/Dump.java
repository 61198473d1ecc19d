package org.pingyi.intake.ballot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a dump or a superuser sees of one batch, voter by voter, as only the test can put
 * it together: it knows who sent what. Each order is a list with one value per voter.
 */
final class Dump {

	private static final String ROWS = """
			select %s as key, to_char(xmin::text::bigint, '000000000000') as transaction,
				to_char((ctid::text::point)[0], '000000000') || to_char((ctid::text::point)[1], '00000') as place, %s
			from %s""";

	/** Orders that are seen beside a voter or a right. */
	private final Map<String, List<String>> ofVoters = new LinkedHashMap<>();

	/** Orders that are seen beside answers, receipts or opinions. */
	private final Map<String, List<String>> ofBallots = new LinkedHashMap<>();

	private final JdbcTemplate jdbc;

	private final EncryptedBallots encryption;

	private final List<Sent> sent;

	/**
	 * Of some voters.
	 * @param sent in the order of their coming
	 */
	Dump(JdbcTemplate jdbc, EncryptedBallots encryption, List<Sent> sent) {
		this.jdbc = jdbc;
		this.encryption = encryption;
		this.sent = sent;
	}

	/**
	 * What the test knows of one voter.
	 *
	 * @param right the right's hash, in hexadecimal
	 * @param mark the mark of the waiting ballot
	 * @param receiptHash the receipt's hash
	 * @param answers the packed answers, which nobody else gave
	 * @param opinion the opinion, which nobody else wrote
	 */
	record Sent(String right, String mark, String receiptHash, long answers, String opinion) {
	}

	/** Reads rights and waiting ballots. */
	Dump beforeTheSeal() {
		List<String> coming = new ArrayList<>();
		this.sent.forEach((voter) -> coming.add(padded(coming.size())));
		// Stands for every time and sequence around the intake: codes, messages, logs.
		this.ofVoters.put("coming", coming);
		Map<String, Map<String, String>> rights = rows("ballot_right", "encode(right_hash, 'hex')",
				"encode(submission_mac, 'hex') as mac");
		Map<String, Map<String, String>> waiting = rows("ballot_waiting", "encode(mark, 'hex')",
				"encode(box, 'hex') as box", "to_char(length(box), '000000') as size");
		read(this.ofVoters, "right", rights, this.sent.stream().map(Sent::right).toList());
		read(this.ofVoters, "waiting", waiting, this.sent.stream().map(Sent::mark).toList());
		read(this.ofVoters, "said", said(), this.sent.stream().map(Sent::opinion).toList());
		return this;
	}

	/** Reads what became of the ballots. */
	Dump afterTheSeal() {
		read(this.ofBallots, "sealed",
				rows("ballot_sealed", "a1::text", "to_char(position, '000000000') as position",
						"encode(leaf, 'hex') as leaf"),
				this.sent.stream().map((voter) -> String.valueOf(voter.answers())).toList());
		read(this.ofBallots, "receipt", rows("ballot_receipt", "encode(receipt_hash, 'hex')",
				"to_char(position, '000000000') as position", "encode(leaf, 'hex') as leaf"),
				this.sent.stream().map(Sent::receiptHash).toList());
		read(this.ofBallots, "opinion",
				rows("ballot_opinion", "text", "id::text as id", "to_char(length(text), '000000') as size"),
				this.sent.stream().map(Sent::opinion).toList());
		// What the test planted to tell ballots apart is no order that anybody sees.
		this.ofBallots.keySet().removeAll(List.of("sealed.key", "opinion.key"));
		return this;
	}

	/** The boxes of opinions, by what is in them; those that hold none under "". */
	private Map<String, Map<String, String>> said() {
		Map<String, Map<String, String>> said = new HashMap<>();
		rows("ballot_waiting_opinion", "encode(box, 'hex')", "to_char(length(box), '000000') as size").forEach((box,
				row) -> said.put(this.encryption.opinion(HexFormat.of().parseHex(box)).orElseThrow().text(), row));
		return said;
	}

	/** Every row of a table with its place, its transaction and its key. */
	private Map<String, Map<String, String>> rows(String table, String key, String... columns) {
		Map<String, Map<String, String>> rows = new HashMap<>();
		String sql = ROWS.formatted(key, String.join(", ", columns), table);
		this.jdbc.queryForList(sql).forEach((row) -> {
			Map<String, String> texts = new LinkedHashMap<>();
			row.forEach((column, value) -> texts.put(column, String.valueOf(value)));
			rows.put(texts.get("key"), texts);
		});
		return rows;
	}

	private static void read(Map<String, List<String>> orders, String table, Map<String, Map<String, String>> rows,
			List<String> keys) {
		keys.forEach((key) -> {
			Map<String, String> row = rows.get(key);
			if (row == null) {
				throw new IllegalStateException("Not found in " + table + ": " + key);
			}
			row.forEach((column, value) -> orders.computeIfAbsent(table + "." + column, (name) -> new ArrayList<>())
				.add(value));
		});
	}

	private static String padded(int number) {
		return "%09d".formatted(number);
	}

	/** The correlation of each order beside voters with each beside ballots. */
	Map<String, Double> correlations() {
		Map<String, Double> found = new LinkedHashMap<>();
		this.ofVoters.forEach((voters, one) -> this.ofBallots
			.forEach((ballots, other) -> found.put(voters + " ~ " + ballots, RankCorrelation.of(one, other))));
		return found;
	}

}
