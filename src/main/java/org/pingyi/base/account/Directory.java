package org.pingyi.base.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the rows of accounts. */
@Repository
class Directory {

	private static final String ACCOUNTS = """
			select a.*, coalesce(u.code, '') as unit,
				(select string_agg(r.role, ',') from account_role r where r.account_id = a.id) as roles
			from account_account a left join unit_unit u on u.id = a.unit_id
			""";

	private static final String MATCHES = """
			where :text = '' or position(lower(:text) in a.login) > 0 or position(lower(:text) in lower(a.name)) > 0
			or position(lower(:text) in lower(coalesce(u.code || u.name, ''))) > 0
			""";

	/**
	 * Whoever could take a role's place: enabled, with a password, with rights that
	 * count.
	 */
	private static final String OTHERS = """
			select count(*) from account_account a join account_role r on r.account_id = a.id
			where r.role = :role and a.enabled and not a.rights_held and a.password is not null and a.login <> :login
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	Directory(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Makes changes of accounts and rights wait for one another. */
	void lock() {
		this.jdbc.sql("lock table account_role in share row exclusive mode").update();
	}

	boolean empty() {
		return this.jdbc.sql("select not exists (select from account_account)").query(Boolean.class).single();
	}

	List<Account> search(String text, int limit, long offset) {
		return this.jdbc.sql(ACCOUNTS + MATCHES + "order by a.login limit :limit offset :offset")
			.param("text", text)
			.param("limit", limit)
			.param("offset", offset)
			.query((row, number) -> account(row))
			.list();
	}

	long count(String text) {
		return this.jdbc.sql("select count(*) from (" + ACCOUNTS + MATCHES + ")")
			.param("text", text)
			.query(Long.class)
			.single();
	}

	Optional<Row> byLogin(String login) {
		return this.jdbc.sql(ACCOUNTS + "where a.login = ?").param(login).query(Directory::row).optional();
	}

	Optional<Row> byId(long id) {
		return this.jdbc.sql(ACCOUNTS + "where a.id = ?").param(id).query(Directory::row).optional();
	}

	List<Person> holding(Role role) {
		return this.jdbc
			.sql("select a.login, a.name from account_account a join account_role r on r.account_id = a.id "
					+ "where r.role = ? and a.enabled order by a.login")
			.param(role.name())
			.query(Person.class)
			.list();
	}

	long others(Role role, String login) {
		return this.jdbc.sql(OTHERS).param("role", role.name()).param("login", login).query(Long.class).single();
	}

	long insert(NewAccount account, @Nullable Long unit) {
		return this.jdbc
			.sql("insert into account_account (login, name, unit_id, created_at) values (?, ?, ?, ?) returning id")
			.params(Arrays.asList(account.login(), account.name(), unit, this.clock.instant().atOffset(ZoneOffset.UTC)))
			.query(Long.class)
			.single();
	}

	void password(long id, String encoded) {
		this.jdbc.sql("update account_account set password = ? where id = ?").params(encoded, id).update();
	}

	void enabled(long id, boolean enabled) {
		this.jdbc.sql("update account_account set enabled = ? where id = ?").params(enabled, id).update();
	}

	void held(long id, boolean held) {
		this.jdbc.sql("update account_account set rights_held = ? where id = ?").params(held, id).update();
	}

	void grant(long id, Role role) {
		this.jdbc.sql("insert into account_role (account_id, role) values (?, ?) on conflict do nothing")
			.params(id, role.name())
			.update();
	}

	void revoke(long id, Role role) {
		this.jdbc.sql("delete from account_role where account_id = ? and role = ?").params(id, role.name()).update();
	}

	/**
	 * Ends the sessions of a person on every node: whatever changed holds from now on.
	 */
	void signOut(String login) {
		this.jdbc.sql("delete from spring_session where principal_name = ?").param(login).update();
	}

	private static Row row(ResultSet row, int number) throws SQLException {
		return new Row(row.getLong("id"), account(row), row.getString("password"));
	}

	private static Account account(ResultSet row) throws SQLException {
		return new Account(row.getString("login"), row.getString("name"), row.getString("unit"),
				roles(row.getString("roles")), row.getBoolean("enabled"), row.getString("password") != null,
				row.getBoolean("rights_held"));
	}

	private static Set<Role> roles(@Nullable String names) {
		Set<Role> roles = new TreeSet<>();
		if (names != null) {
			Arrays.stream(names.split(",")).map(Role::valueOf).forEach(roles::add);
		}
		return roles;
	}

	/** An account with what no record that leaves the module carries. */
	record Row(long id, Account account, @Nullable String password) {
	}

}
