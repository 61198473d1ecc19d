package org.pingyi.linking;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Looks through every table of the database as its superuser, for rows in which people
 * are known and rows that show ballots.
 */
final class Traces {

	private static final String TABLES = """
			select tablename from pg_tables where schemaname = 'public' and tablename <> 'flyway_schema_history'
			order by tablename""";

	/** Rows by their places on the disk; these sort as numbers do. */
	private static final String ROWS = """
			select to_char((ctid::text::point)[0], 'FM000000000') || to_char((ctid::text::point)[1], 'FM00000') as place,
				ctid::text as ctid, to_char(xmin::text::bigint, 'FM000000000000') as transaction,
				to_char(pg_column_size(t.*), 'FM000000') as size, t::text as row
			from %s t order by t.ctid""";

	private static final String SEALED = """
			select channel, unit_id, a1, to_char(position, 'FM000000000') as position, encode(leaf, 'hex') as leaf,
				ctid::text as ctid from ballot_sealed""";

	/** Keyed hashes, other hashes and UUIDs. */
	private static final Pattern VALUE = Pattern
		.compile("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])" + "|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

	private static final Pattern FIRST = Pattern.compile("^\\((\\d+),");

	private final JdbcTemplate jdbc;

	Traces(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** Where people are known: place, transaction, size and order of their rows. */
	Sightings ofPeople(Map<String, Set<Integer>> values) {
		Sightings seen = new Sightings();
		this.jdbc.queryForList(TABLES, String.class).forEach((table) -> see(table, values, seen));
		return seen;
	}

	/** The same of a table alone. */
	Sightings ofPeople(String table, Map<String, Set<Integer>> values) {
		Sightings seen = new Sightings();
		see(table, values, seen);
		return seen;
	}

	private void see(String table, Map<String, Set<Integer>> values, Sightings seen) {
		rows(table).forEach((row) -> known(table, row, values).forEach((rating) -> {
			see(table, row, rating, seen);
			seen.add(table + ".row", rating, row.getOrDefault("row", ""));
		}));
	}

	private List<Map<String, String>> rows(String table) {
		return this.jdbc.query(ROWS.formatted(table),
				(row, number) -> Map.of("place", row.getString("place"), "ctid", row.getString("ctid"), "transaction",
						row.getString("transaction"), "size", row.getString("size"), "row", row.getString("row")));
	}

	private static Set<Integer> known(String table, Map<String, String> cells, Map<String, Set<Integer>> values) {
		String row = cells.getOrDefault("row", "");
		Set<Integer> known = new HashSet<>();
		if (table.startsWith("review_")) {
			Matcher first = FIRST.matcher(row);
			if (first.find()) {
				known.addAll(values.getOrDefault("invitation:" + first.group(1), Set.of()));
			}
		}
		VALUE.matcher(row)
			.results()
			.map(MatchResult::group)
			.forEach((value) -> known.addAll(values.getOrDefault(value, Set.of())));
		return known;
	}

	/**
	 * Rows that hold both a value by which somebody is known and one that stands beside a
	 * ballot or an opinion about a unit that they rated: it is said to be theirs.
	 */
	Sightings inCommon(Year year, Map<String, Set<Integer>> ballots) {
		Sightings seen = new Sightings();
		this.jdbc.queryForList(TABLES, String.class).forEach((table) -> rows(table).forEach((row) -> {
			Set<Integer> people = known(table, row, year.values());
			known(table, row, ballots).forEach((ballot) -> people.stream()
				.filter((person) -> year.areAlike(person, ballot))
				.forEach((person) -> seen.add("values in common", person, ballot)));
		}));
		return seen;
	}

	/** The values beside ballots and opinions, and the numbers of their ratings. */
	static Map<String, Set<Integer>> values(Sightings ballots) {
		Map<String, Set<Integer>> values = new HashMap<>();
		ballots.only(List.of("sealed.leaf", "opinion.key")::contains)
			.orders()
			.values()
			.forEach((those) -> those.forEach((rating, value) -> values.put(value, Set.of(rating))));
		return values;
	}

	/** The places (ctid) of a table's rows, and the ratings of those known there. */
	Map<String, Set<Integer>> places(String table, Map<String, Set<Integer>> values) {
		Map<String, Set<Integer>> places = new HashMap<>();
		rows(table).forEach((row) -> places.put(row.getOrDefault("ctid", ""), known(table, row, values)));
		return places;
	}

	/** Where ballots and opinions lie, of which only the test knows whose they are. */
	Sightings ofBallots(List<Rating> ratings) {
		Sightings seen = new Sightings();
		Map<String, Map<String, String>> rows = byPlace("ballot_sealed");
		Map<List<Object>, Integer> truth = new HashMap<>();
		ratings.forEach(
				(rating) -> truth.put(List.of(rating.channel(), rating.unit(), rating.answers()), rating.number()));
		this.jdbc.queryForList(SEALED).forEach((sealed) -> {
			Integer rating = truth.get(List.of(sealed.get("channel"), sealed.get("unit_id"), sealed.get("a1")));
			if (rating == null) {
				throw new IllegalStateException("Nobody's ballot: " + sealed);
			}
			seen.add("sealed.position", rating, String.valueOf(sealed.get("position")));
			seen.add("sealed.leaf", rating, String.valueOf(sealed.get("leaf")));
			see("sealed", rows.getOrDefault((String) sealed.get("ctid"), Map.of()), rating, seen);
		});
		opinions(ratings, seen);
		return seen;
	}

	private void opinions(List<Rating> ratings, Sightings seen) {
		Map<String, Integer> truth = new HashMap<>();
		ratings.forEach((rating) -> truth.put(rating.opinion(), rating.number()));
		Map<String, Map<String, String>> rows = byPlace("ballot_opinion");
		this.jdbc.queryForList("select id::text, text, ctid::text from ballot_opinion").forEach((opinion) -> {
			int rating = Objects.requireNonNull(truth.get((String) opinion.get("text")), "Nobody's opinion");
			seen.add("opinion.key", rating, String.valueOf(opinion.get("id")));
			see("opinion", rows.getOrDefault((String) opinion.get("ctid"), Map.of()), rating, seen);
		});
	}

	private static void see(String what, Map<String, String> row, int rating, Sightings seen) {
		List.of("place", "transaction", "size")
			.forEach((part) -> seen.add(what + "." + part, rating, row.getOrDefault(part, "")));
	}

	private Map<String, Map<String, String>> byPlace(String table) {
		Map<String, Map<String, String>> rows = new HashMap<>();
		rows(table).forEach((row) -> rows.put(row.getOrDefault("ctid", ""), row));
		return rows;
	}

}
