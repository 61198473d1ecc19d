package org.pingyi.intake.review;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.Superuser;
import org.pingyi.base.secret.Pseudonyms;
import org.pingyi.base.web.Refusal;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What a superuser's SQL makes of an invitation: nothing that marks a unit. */
@PingyiTest
class AlteredInvitationsTests {

	private static final String KEY = "a-key-of-the-tests";

	private final ReviewSamples samples;

	private final ReviewSheets sheets;

	private final Invitations invitations;

	private final InvitationSeals seals;

	private final InvitationRepository repository;

	private final ReviewLinks links;

	private final Pseudonyms pseudonyms;

	private final CycleSamples cycles;

	private final TransactionTemplate transactions;

	private final JdbcTemplate jdbc;

	private Cycle cycle;

	AlteredInvitationsTests(ReviewSamples samples, ReviewSheets sheets, Invitations invitations, InvitationSeals seals,
			InvitationRepository repository, ReviewLinks links, Pseudonyms pseudonyms, CycleSamples cycles,
			TransactionTemplate transactions, Superuser superuser) {
		this.samples = samples;
		this.sheets = sheets;
		this.invitations = invitations;
		this.seals = seals;
		this.repository = repository;
		this.links = links;
		this.pseudonyms = pseudonyms;
		this.cycles = cycles;
		this.transactions = transactions;
		this.jdbc = superuser.jdbc();
	}

	@BeforeEach
	void open() {
		this.cycle = this.cycles.opened();
	}

	private IssuedInvitation invited() {
		return this.samples.invited(this.cycle.id(), "GRASSROOTS", "李科长", "SWJ");
	}

	private void refusesAndTells(String token) {
		long before = told();
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.sheets.open(token))
			.returns("review.invitationAltered", Refusal::key);
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.sheets.signOff(token, KEY))
			.returns("review.invitationAltered", Refusal::key);
		assertThat(told()).isEqualTo(before + 2);
	}

	private long told() {
		return this.jdbc.queryForObject("select count(*) from audit_entry where act = 'review.altered'", Long.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "channel = 'LEADER', rater_class = 'leader'", "name = '假领导'", "phone = '\\x00'",
			"seal = null" })
	void opensNoSheetOfAnAlteredOne(String altered) {
		IssuedInvitation invitation = invited();
		assertThat(this.sheets.open(invitation.token())).as("before").isNotNull();
		this.jdbc.update("update review_invitation set " + altered);
		refusesAndTells(invitation.token());
	}

	@Test
	void opensNoSheetWithAnotherUnit() {
		IssuedInvitation invitation = invited();
		this.jdbc.update("insert into review_invitation_unit select ?, id from unit_unit where code = 'GAJ'",
				invitation.id());
		refusesAndTells(invitation.token());
	}

	/** One link, used once for each copy of its invitation. */
	@Test
	void opensNoSheetOfACopy() {
		IssuedInvitation invitation = invited();
		String hash = this.jdbc.queryForObject("select token_hash from review_invitation", String.class);
		this.jdbc.update("update review_invitation set token_hash = 'used'");
		this.jdbc.update("""
				insert into review_invitation (cycle_id, channel, rater_class, name, organisation, token_hash, seal)
				select cycle_id, channel, rater_class, '李处长', organisation, ?, seal from review_invitation""", hash);
		this.jdbc.update("""
				insert into review_invitation_unit (invitation_id, unit_id)
				select (select max(id) from review_invitation), unit_id from review_invitation_unit""");
		refusesAndTells(invitation.token());
	}

	@Test
	void opensNoSheetOfOneThatWasWithdrawn() {
		IssuedInvitation invitation = invited();
		withdraw(invitation);
		this.jdbc.update("update review_invitation set revoked = false");
		refusesAndTells(invitation.token());
	}

	private void withdraw(IssuedInvitation invitation) {
		As.office(() -> {
			this.invitations.revoke(invitation.id());
			return true;
		});
	}

	/** Somebody else opens the link then, and keeps it. */
	@ParameterizedTest
	@ValueSource(strings = { "null", "'another'" })
	void opensNoSheetThatWasTakenFromItsBrowser(String browser) {
		IssuedInvitation invitation = invited();
		SheetLink mine = this.links.open(new SheetLink(invitation.token(), ""));
		assertThat(this.links.open(mine)).as("before").isEqualTo(mine);
		this.jdbc.update("update review_invitation set browser_hash = " + browser);
		assertThatExceptionOfType(Refusal.class)
			.isThrownBy(() -> this.links.open(new SheetLink(invitation.token(), "")))
			.returns("review.invitationAltered", Refusal::key);
		assertThatExceptionOfType(Refusal.class)
			.isThrownBy(() -> As.office(() -> this.invitations.renew(invitation.id())))
			.returns("review.invitationAltered", Refusal::key);
		assertThat(told()).isEqualTo(2);
	}

	/** Its person would be asked once more, and the close would not name the sheet. */
	@ParameterizedTest
	@ValueSource(strings = { "signed_on = null", "signed_on = signed_on - 1", "in_trail = true" })
	void namesASheetWhoseSignatureWasAlteredAtTheClose(String altered) {
		IssuedInvitation invitation = invited();
		IssuedInvitation other = this.samples.invited(this.cycle.id(), "GRASSROOTS", "赵科长", "SWJ");
		for (IssuedInvitation person : List.of(invitation, other)) {
			this.samples.signedOff(person.token(), 1);
		}
		this.jdbc.update("update review_invitation set " + altered + " where id = ?", invitation.id());
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.sheets.open(invitation.token()))
			.returns("review.invitationAltered", Refusal::key);
		this.cycles.close(this.cycle);
		assertThat(this.jdbc.queryForList("select subject from audit_entry where act = 'review.altered'", String.class))
			.containsExactly("invitation:" + invitation.id(), "invitation:" + invitation.id());
	}

	/** The seal of the next act would hide it; one that is withdrawn marks nothing. */
	@Test
	void renewsNoneThatWasAltered() {
		IssuedInvitation invitation = invited();
		this.jdbc.update("update review_invitation set channel = 'LEADER', rater_class = 'leader'");
		assertThatExceptionOfType(Refusal.class)
			.isThrownBy(() -> As.office(() -> this.invitations.renew(invitation.id())))
			.returns("review.invitationAltered", Refusal::key);
		withdraw(invitation);
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.sheets.open(invitation.token()))
			.returns("review.linkRevoked", Refusal::key);
	}

	@Test
	void keepsSealedWhatTheOfficeChanges() {
		IssuedInvitation renewed = As.office(() -> this.invitations.renew(invited().id()));
		assertThat(this.sheets.open(renewed.token())).isNotNull();
		assertThat(told()).isZero();
	}

	@Test
	void sealsThoseFromBeforeOnce() {
		IssuedInvitation invitation = invited();
		this.jdbc.update("update review_invitation set seal = null");
		sealAgain();
		assertThat(this.sheets.open(invitation.token())).isNotNull();
		this.jdbc.update("update review_invitation set channel = 'LEADER', rater_class = 'leader'");
		sealAgain();
		refusesAndTells(invitation.token());
	}

	/** Such as are in a backup: good once, at the first start, for what they cover. */
	@Test
	void takesSealsThatCoverNoBrowserOnce() {
		IssuedInvitation invitation = invited();
		IssuedInvitation other = this.samples.invited(this.cycle.id(), "GRASSROOTS", "赵科长", "SWJ");
		putFormerSealsBack();
		this.jdbc.update("update review_invitation set name = '假领导' where id = ?", other.id());
		sealAgain();
		assertThat(this.sheets.open(invitation.token())).isNotNull();
		refusesAndTells(other.token());
		putFormerSealsBack();
		sealAgain();
		refusesAndTells(invitation.token());
	}

	private void putFormerSealsBack() {
		this.transactions.executeWithoutResult((status) -> this.repository
			.allWithUnits(this.jdbc.queryForList("select id from review_invitation", Long.class))
			.forEach((stored) -> stored.seal(this.pseudonyms.mac(stored.sealedBefore()))));
	}

	private void sealAgain() {
		this.jdbc.update("insert into review_unsealed select id from review_invitation");
		this.transactions.executeWithoutResult((status) -> this.seals.sealOnce());
	}

}
