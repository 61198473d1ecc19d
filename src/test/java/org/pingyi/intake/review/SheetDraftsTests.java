package org.pingyi.intake.review;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.pingyi.PingyiTest;
import org.pingyi.Superuser;
import org.pingyi.base.secret.Pseudonyms;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Only the link opens a person's drafts; whoever holds the database and the city's secret
 * can neither read nor change one without being noticed.
 */
@PingyiTest
class SheetDraftsTests {

	private static final String OPINION = "办事大厅周末请开门";

	private final ReviewSheets sheets;

	private final ReviewSamples samples;

	private final CycleSamples cycles;

	private final UnitSamples units;

	private final Pseudonyms pseudonyms;

	private final JdbcTemplate jdbc;

	private IssuedInvitation leader = new IssuedInvitation(0, "", "", "", "");

	private long water;

	private long tax;

	SheetDraftsTests(ReviewSheets sheets, ReviewSamples samples, CycleSamples cycles, UnitSamples units,
			Pseudonyms pseudonyms, Superuser superuser) {
		this.sheets = sheets;
		this.samples = samples;
		this.cycles = cycles;
		this.units = units;
		this.pseudonyms = pseudonyms;
		this.jdbc = superuser.jdbc();
	}

	@BeforeEach
	void mark() {
		long cycle = this.cycles.opened().id();
		this.leader = this.samples.leader(cycle);
		this.water = this.units.waterBureau().id();
		this.tax = this.units.taxOffice().id();
		this.samples.mark(this.leader.token(), "SWJ", 4);
		this.samples.mark(this.leader.token(), "SWSWJ", 1);
	}

	/** The attack with everything the server keeps; the last key is the control. */
	@Test
	void opensADraftWithNothingButTheToken() {
		byte[] box = box(this.leader.id(), this.water);
		String hash = this.jdbc.queryForObject("select token_hash from review_invitation", String.class);
		for (String known : List.of(hash, this.pseudonyms.of("review.invitation", hash),
				this.pseudonyms.of("review.draft", String.valueOf(this.leader.id())), "")) {
			assertThat(SheetKey.of(known, this.leader.id()).decrypt(this.water, box)).isEmpty();
		}
		assertThat(SheetKey.of(this.leader.token(), this.leader.id()).decrypt(this.water, box)).isPresent();
	}

	@Test
	void noticesADraftMovedToAnotherUnitOrSheet() {
		IssuedInvitation other = this.samples.invited(this.cycle(), "LEADER", "李主任");
		this.samples.mark(other.token(), "SWJ", 1);
		replace(this.leader.id(), this.water, box(this.leader.id(), this.tax));
		assertAlteredAlone("SWJ");
		replace(this.leader.id(), this.water, box(other.id(), this.water));
		assertAlteredAlone("SWJ");
	}

	@Test
	void noticesEveryChangeOfADraft() {
		byte[] whole = box(this.leader.id(), this.water);
		for (int at : new int[] { 0, 11, 12, whole.length / 2, whole.length - 1 }) {
			byte[] changed = whole.clone();
			changed[at] = (byte) (changed[at] ^ 1);
			replace(this.leader.id(), this.water, changed);
			assertAlteredAlone("SWJ");
		}
		replace(this.leader.id(), this.water, new byte[5]);
		assertAlteredAlone("SWJ");
		replace(this.leader.id(), this.water, whole);
		assertThat(this.sheets.open(this.leader.token()).altered()).isEmpty();
	}

	@Test
	void startsAnAlteredUnitAnewAndKeepsTheOthers() {
		replace(this.leader.id(), this.water, new byte[40]);
		ReviewSheet sheet = this.sheets.open(this.leader.token());
		assertThat(sheet.unit("SWJ")).hasValueSatisfying((row) -> assertThat(row.answers().empty()).isTrue());
		assertThat(sheet.complete()).extracting((row) -> row.unit().code()).containsExactly("SWSWJ");
		this.samples.mark(this.leader.token(), "SWJ", 2);
		assertThat(this.sheets.open(this.leader.token()).altered()).isEmpty();
	}

	@Test
	void makesEveryDraftAsLongAsAnyOther() {
		UnitAnswers all = this.samples.alike(this.leader.token(), 1);
		String item = all.answers().keySet().iterator().next();
		this.sheets.save(this.leader.token(), "JYJ", new UnitAnswers(Map.of(item, 1), "", false));
		this.sheets.save(this.leader.token(), "GAJ", new UnitAnswers(all.answers(), "长".repeat(500), true));
		assertThat(this.jdbc.queryForList("select distinct length(box) from review_draft", Integer.class)).hasSize(1);
		assertThat(this.sheets.open(this.leader.token()).unit("GAJ"))
			.hasValueSatisfying((row) -> assertThat(row.answers().opinion()).hasSize(500));
	}

	/** The name of an invitation, which is no secret, is found there: the control. */
	@Test
	void writesNoWordIntoTheWriteAheadLog() {
		keepLog();
		try {
			UnitAnswers answers = this.samples.alike(this.leader.token(), 4);
			this.sheets.save(this.leader.token(), "SWJ", new UnitAnswers(answers.answers(), OPINION, true));
			this.samples.invited(cycle(), "LEADER", "写入日志的姓名");
			// The tests' server commits without waiting; this writes all of it.
			this.jdbc.queryForObject("select pg_switch_wal()::text", String.class);
			assertThat(logged("写入日志的姓名")).isTrue();
			assertThat(logged(OPINION)).isFalse();
			assertThat(logged(this.leader.token())).isFalse();
		}
		finally {
			this.jdbc.queryForObject("select pg_drop_replication_slot('reader')::text", String.class);
		}
	}

	/** Whatever checkpoints other tests bring about meanwhile. */
	private void keepLog() {
		this.jdbc.queryForObject("select pg_create_physical_replication_slot('reader', true)::text", String.class);
	}

	private void assertAlteredAlone(String unit) {
		ReviewSheet sheet = this.sheets.open(this.leader.token());
		assertThat(sheet.altered()).extracting((row) -> row.unit().code()).containsExactly(unit);
		assertThat(sheet.complete()).extracting((row) -> row.unit().code()).containsExactly("SWSWJ");
	}

	private long cycle() {
		return this.jdbc.queryForObject("select max(cycle_id) from review_invitation", Long.class);
	}

	private byte[] box(long invitation, long unit) {
		return this.jdbc.queryForObject("select box from review_draft where invitation_id = ? and unit_id = ?",
				byte[].class, invitation, unit);
	}

	private void replace(long invitation, long unit, byte[] box) {
		this.jdbc.update("update review_draft set box = ? where invitation_id = ? and unit_id = ?", box, invitation,
				unit);
	}

	private boolean logged(String text) {
		return this.jdbc.queryForObject(
				"""
						select coalesce(bool_or(position(? in pg_read_binary_file('pg_wal/' || name, 0, size, true)) > 0), false)
						from pg_ls_waldir() where name <= pg_walfile_name(pg_current_wal_insert_lsn())""",
				Boolean.class, text.getBytes(StandardCharsets.UTF_8));
	}

}
