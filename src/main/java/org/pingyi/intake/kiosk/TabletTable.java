package org.pingyi.intake.kiosk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.pingyi.base.unit.Unit;
import org.pingyi.base.unit.Units;
import org.pingyi.base.web.Refusal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of registered tablets. */
@Repository
class TabletTable {

	private final JdbcClient jdbc;

	private final Units units;

	TabletTable(JdbcClient jdbc, Units units) {
		this.jdbc = jdbc;
		this.units = units;
	}

	List<Tablet> all() {
		Map<Long, Unit> known = this.units.all().stream().collect(Collectors.toMap(Unit::id, Function.identity()));
		return this.jdbc.sql("select * from kiosk_tablet order by id desc")
			.query((row, number) -> tablet(row, known))
			.list();
	}

	Tablet byId(long id) {
		return one("id = ?", id).orElseThrow(() -> Refusal.notFound("kiosk.noTablet"));
	}

	Optional<Tablet> byPairing(String hash, OffsetDateTime now) {
		return one("not revoked and pairing_hash = ? and pairing_until > ?", hash, now);
	}

	Optional<Tablet> byDevice(String hash) {
		return one("not revoked and device_hash = ?", hash);
	}

	long add(long unit, String window) {
		return this.jdbc.sql("insert into kiosk_tablet (unit_id, window_name) values (?, ?) returning id")
			.params(unit, window)
			.query(Long.class)
			.single();
	}

	void awaitPairing(long id, String hash, OffsetDateTime until) {
		this.jdbc.sql("update kiosk_tablet set pairing_hash = ?, pairing_until = ?, device_hash = null where id = ?")
			.params(hash, until, id)
			.update();
	}

	/** Whether the link was still there: of two devices at once only one is paired. */
	boolean pair(long id, String pairing, String device) {
		return this.jdbc
			.sql("update kiosk_tablet set pairing_hash = null, pairing_until = null, device_hash = ? "
					+ "where id = ? and pairing_hash = ?")
			.params(device, id, pairing)
			.update() == 1;
	}

	/** Whether it was in service before. */
	boolean revoke(long id) {
		return this.jdbc
			.sql("update kiosk_tablet set revoked = true, pairing_hash = null, device_hash = null "
					+ "where id = ? and not revoked")
			.params(id)
			.update() == 1;
	}

	void countForm(long id, LocalDate day) {
		this.jdbc.sql("update kiosk_tablet set forms = forms + 1, last_used_on = ? where id = ?")
			.params(day, id)
			.update();
	}

	private Optional<Tablet> one(String condition, Object... values) {
		return this.jdbc.sql("select * from kiosk_tablet where " + condition)
			.params(values)
			.query((row, number) -> tablet(row, Map.of()))
			.optional();
	}

	private Tablet tablet(ResultSet row, Map<Long, Unit> known) throws SQLException {
		long unit = row.getLong("unit_id");
		Unit owner = known.containsKey(unit) ? known.get(unit) : this.units.byId(unit).orElseThrow();
		return new Tablet(row.getLong("id"), owner, row.getString("window_name"), state(row),
				row.getObject("last_used_on", LocalDate.class), row.getLong("forms"));
	}

	private static Tablet.State state(ResultSet row) throws SQLException {
		if (row.getBoolean("revoked")) {
			return Tablet.State.REVOKED;
		}
		return (row.getString("device_hash") != null) ? Tablet.State.PAIRED : Tablet.State.UNPAIRED;
	}

}
