package org.pingyi.intake.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.pingyi.base.web.Refusal;
import org.pingyi.intake.ballot.IssuedForms;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of invitations and of the units on their sheets. */
@Repository
class InvitationTable {

	private static final String SELECT = """
			select i.*,
				(select count(*) from review_invitation_unit u where u.invitation_id = i.id) units,
				(select count(*) from review_draft d where d.invitation_id = i.id) started,
				(select count(*) from review_draft d where d.invitation_id = i.id and d.complete) rated
			from review_invitation i
			""";

	private static final String PROGRESS = """
			select channel, count(*) invited, count(*) filter (where signed_off) signed_off,
				count(*) filter (where signed_off
					or exists (select 1 from review_draft d where d.invitation_id = i.id)) started
			from review_invitation i where cycle_id = ? and not revoked group by channel
			""";

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	InvitationTable(JdbcClient jdbc, JdbcTemplate batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	List<ChannelProgress> progress(long cycle) {
		return this.jdbc.sql(PROGRESS)
			.params(cycle)
			.query((row, number) -> new ChannelProgress(row.getString("channel"), row.getLong("invited"),
					row.getLong("started"), row.getLong("signed_off")))
			.list();
	}

	/**
	 * @param channel "" for every channel
	 */
	List<Invitation> page(long cycle, String channel, Pageable page) {
		return this.jdbc
			.sql(SELECT + "where i.cycle_id = ? and (? = '' or i.channel = ?) order by i.channel, "
					+ "i.organisation collate \"zh-x-icu\", i.name collate \"zh-x-icu\", i.id limit ? offset ?")
			.params(cycle, channel, channel, page.getPageSize(), page.getOffset())
			.query(InvitationTable::invitation)
			.list();
	}

	long count(long cycle, String channel) {
		return this.jdbc.sql("select count(*) from review_invitation where cycle_id = ? and (? = '' or channel = ?)")
			.params(cycle, channel, channel)
			.query(Long.class)
			.single();
	}

	Optional<Invitation> byId(long id) {
		return this.jdbc.sql(SELECT + "where i.id = ?").params(id).query(InvitationTable::invitation).optional();
	}

	Optional<Invitation> byToken(String hash) {
		return this.jdbc.sql(SELECT + "where i.token_hash = ?")
			.params(hash)
			.query(InvitationTable::invitation)
			.optional();
	}

	/** Keeps everybody else from changing this invitation until the transaction ends. */
	void lock(long id) {
		this.jdbc.sql("select id from review_invitation where id = ? for update").params(id).query(Long.class).single();
	}

	boolean invited(long cycle, NewInvitation person) {
		return this.jdbc
			.sql("select exists (select 1 from review_invitation where cycle_id = ? and channel = ? "
					+ "and organisation = ? and name = ? and not revoked)")
			.params(cycle, person.channel(), person.organisation(), person.name())
			.query(Boolean.class)
			.single();
	}

	long invited(long cycle, String channel, String raterClass) {
		return this.jdbc
			.sql("select count(*) from review_invitation "
					+ "where cycle_id = ? and channel = ? and rater_class = ? and not revoked")
			.params(cycle, channel, raterClass)
			.query(Long.class)
			.single();
	}

	/** How many people are asked about each unit, by channel and rater class. */
	List<IssuedForms> issued(long cycle) {
		return this.jdbc.sql("""
				select channel, rater_class, unit_id, count(*) forms from review_invitation i
				join review_invitation_unit u on u.invitation_id = i.id
				where cycle_id = ? and not revoked group by channel, rater_class, unit_id
				""")
			.params(cycle)
			.query((row, number) -> new IssuedForms(row.getLong("unit_id"), row.getString("channel"),
					row.getString("rater_class"), row.getLong("forms")))
			.list();
	}

	long add(long cycle, NewInvitation person, String hash, Collection<Long> units) {
		try {
			long id = this.jdbc
				.sql("insert into review_invitation (cycle_id, channel, rater_class, name, organisation, token_hash) "
						+ "values (?, ?, ?, ?, ?, ?) returning id")
				.params(cycle, person.channel(), person.raterClass(), person.name(), person.organisation(), hash)
				.query(Long.class)
				.single();
			this.batches.batchUpdate("insert into review_invitation_unit (invitation_id, unit_id) values (?, ?)",
					units.stream().map((unit) -> new Object[] { id, unit }).toList());
			return id;
		}
		catch (DuplicateKeyException ex) {
			throw Refusal.conflict("review.alreadyInvited", person.name(), person.organisation());
		}
	}

	List<Long> units(long id) {
		return this.jdbc.sql("select unit_id from review_invitation_unit where invitation_id = ?")
			.params(id)
			.query(Long.class)
			.list();
	}

	void renew(long id, String hash) {
		this.jdbc.sql("update review_invitation set token_hash = ? where id = ?").params(hash, id).update();
	}

	void revoke(long id) {
		this.jdbc.sql("update review_invitation set revoked = true where id = ?").params(id).update();
	}

	void signOff(long id) {
		this.jdbc.sql("update review_invitation set signed_off = true where id = ?").params(id).update();
	}

	private static Invitation invitation(ResultSet row, int number) throws SQLException {
		return new Invitation(row.getLong("id"), row.getLong("cycle_id"), row.getString("channel"),
				row.getString("rater_class"), row.getString("name"), row.getString("organisation"), state(row),
				row.getInt("units"), row.getInt("rated"));
	}

	private static Invitation.State state(ResultSet row) throws SQLException {
		if (row.getBoolean("revoked")) {
			return Invitation.State.REVOKED;
		}
		if (row.getBoolean("signed_off")) {
			return Invitation.State.SIGNED_OFF;
		}
		return (row.getInt("started") > 0) ? Invitation.State.IN_PROGRESS : Invitation.State.NOT_STARTED;
	}

}
