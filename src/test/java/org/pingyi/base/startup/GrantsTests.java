package org.pingyi.base.startup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Table;
import jakarta.persistence.metamodel.EntityType;
import org.hibernate.annotations.Immutable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pingyi.DatabaseRoles;
import org.pingyi.PingyiTest;
import org.pingyi.Superuser;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * What the application's role may do in the database: all of its tests run under it, and
 * whoever got hold of the application cannot rewrite what is only appended.
 */
@PingyiTest
class GrantsTests {

	private static final Path GRANTS = Path.of("src/main/resources/db/migration/afterMigrate.sql");

	/** Entities that Hibernate never changes, but that end: drafts, orders, failures. */
	private static final Set<String> PASSING = Set.of("ballot_waiting", "inspection_draft", "job_part", "message_order",
			"message_sms", "result_rendition", "result_rendition_part", "review_draft", "unit_import", "vote_device",
			"vote_work");

	/** Counted up, by a statement. */
	private static final String TALLY = "ballot_tally";

	private final JdbcTemplate jdbc;

	private final Superuser superuser;

	private final EntityManagerFactory entities;

	GrantsTests(JdbcTemplate jdbc, Superuser superuser, EntityManagerFactory entities) {
		this.jdbc = jdbc;
		this.superuser = superuser;
		this.entities = entities;
	}

	@Test
	void connectAsTheLesserRole() {
		assertThat(this.jdbc.queryForObject("select current_user", String.class)).isEqualTo(DatabaseRoles.APPLICATION);
	}

	@ParameterizedTest
	@ValueSource(strings = { "update audit_entry set actor = 'nobody'", "delete from ballot_sealed",
			"update ballot_receipt set position = 1", "update result_score set score = 100", "truncate audit_entry",
			"truncate ballot_right cascade", "alter table audit_entry disable trigger all",
			"alter table audit_entry disable trigger audit_entry_append_only", "drop table audit_decision",
			"create table mine (id int)", "create temporary table mine (id int)",
			"drop trigger audit_entry_append_only on audit_entry",
			"create or replace function audit_append_only() returns trigger language plpgsql as 'begin return new; end'",
			"set session_replication_role = replica", "select lo_create(0)", "select lo_creat(-1)",
			"select lo_from_bytea(0, 'x')", "create temporary table audit_entry (id int)", "create role mine",
			"set role pingyi_owner", "select pg_read_file('postgresql.conf')", "copy audit_entry to program 'cat'",
			"update flyway_schema_history set success = false", "select setval('unit_unit_id_seq', 1)",
			"select pg_terminate_backend(pid) from pg_stat_activity where usename <> current_user" })
	void refuse(String sql) {
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.jdbc.execute(sql))
			.havingRootCause()
			.withMessageMatching("(?s).*(permission denied|must be owner).*");
	}

	/** The positive control: whoever owns the tables may do it. */
	@ParameterizedTest
	@ValueSource(strings = { "delete from ballot_sealed", "truncate audit_entry",
			"alter table audit_entry enable trigger audit_entry_append_only",
			"create temporary table mine (id int) on commit drop", "select lo_unlink(lo_create(0))" })
	void stopNoSuperuser(String sql) {
		assertThatNoException().isThrownBy(() -> this.superuser.jdbc().execute(sql));
	}

	/** A new table is either guarded by one of the two triggers or said in the list. */
	@Test
	void nameEveryTable() throws Exception {
		String list = Files.readString(GRANTS);
		List<String> unnamed = this.superuser.jdbc().queryForList("""
				select relname::text from pg_class tables
				where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not exists (
					select from pg_trigger join pg_proc on pg_proc.oid = tgfoid
					where tgrelid = tables.oid and proname in ('audit_append_only', 'audit_decide_once'))
				order by relname""", String.class);
		unnamed.removeIf((table) -> list.matches("(?s).*\\b" + table + "\\b.*"));
		assertThat(unnamed).as("tables that afterMigrate.sql does not name").isEmpty();
	}

	/** What Hibernate is told never to change is not to be changed by anybody. */
	@Test
	void letNoneChangeWhatIsImmutable() {
		Set<String> immutable = this.entities.getMetamodel()
			.getEntities()
			.stream()
			.map(EntityType::getJavaType)
			.filter((type) -> type.isAnnotationPresent(Immutable.class))
			.map((type) -> type.getAnnotation(Table.class).name())
			.collect(Collectors.toCollection(TreeSet::new));
		immutable.removeAll(PASSING);
		immutable.remove(TALLY);
		assertThat(immutable).contains("audit_entry", "ballot_sealed", "cycle_step").isNotEmpty();
		assertThat(changeable(immutable)).as("immutable entities whose rows the application may change").isEmpty();
	}

	/** The positive control: a grant too many is noticed. */
	@Test
	void noticeAGrantTooMany() {
		this.superuser.transactions().executeWithoutResult((status) -> {
			this.superuser.jdbc().execute("grant delete on ballot_node to " + DatabaseRoles.APPLICATION);
			assertThat(changeable(Set.of("ballot_node", "ballot_sealed"))).containsExactly("ballot_node");
			status.setRollbackOnly();
		});
	}

	private List<String> changeable(Set<String> tables) {
		return this.superuser.jdbc()
			.queryForList("""
					select relname::text from pg_class where relname = any(?) and relnamespace = 'public'::regnamespace
						and has_table_privilege(?, oid, 'UPDATE, DELETE, TRUNCATE, TRIGGER') order by relname""",
					String.class, tables.toArray(String[]::new), DatabaseRoles.APPLICATION);
	}

	@Test
	void refuseToStartAsTheOwner() {
		assertThatNoException().isThrownBy(() -> new ApplicationRole(this.jdbc));
		assertThatExceptionOfType(StartupRefused.class).isThrownBy(() -> new ApplicationRole(this.superuser.jdbc()))
			.withMessageContaining("may change the trail");
	}

}
