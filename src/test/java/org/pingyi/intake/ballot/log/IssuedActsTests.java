package org.pingyi.intake.ballot.log;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.Superuser;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.base.web.Refusal;
import org.pingyi.intake.ballot.ConsistencyReports;
import org.pingyi.intake.kiosk.KioskSamples;
import org.pingyi.intake.review.Invitations;
import org.pingyi.intake.review.IssuedInvitation;
import org.pingyi.intake.review.ReviewSamples;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** How many forms were handed out is signed at the close, once. */
@PingyiTest
class IssuedActsTests {

	private final IssuedActs issued;

	private final ConsistencyReports reports;

	private final Invitations invitations;

	private final ReviewSamples review;

	private final KioskSamples kiosks;

	private final UnitSamples units;

	private final CycleSamples cycles;

	private final TransactionTemplate transactions;

	private final JdbcTemplate jdbc;

	IssuedActsTests(IssuedActs issued, ConsistencyReports reports, Invitations invitations, ReviewSamples review,
			KioskSamples kiosks, UnitSamples units, CycleSamples cycles, Superuser superuser) {
		this.issued = issued;
		this.reports = reports;
		this.invitations = invitations;
		this.review = review;
		this.kiosks = kiosks;
		this.units = units;
		this.cycles = cycles;
		this.transactions = superuser.transactions();
		this.jdbc = superuser.jdbc();
	}

	@Test
	void areSignedOnceHoweverOftenTheCloseIsBegun() {
		Cycle cycle = this.cycles.opened();
		String tablet = this.kiosks.tabletOfWaterBureau();
		this.kiosks.issue(tablet, 2);
		IssuedInvitation leader = this.review.invited(cycle.id(), "LEADER", "王主任", "SWJ");
		this.cycles.beginClosing(cycle);
		assertThat(altered(cycle)).as("before it is signed").isZero();
		sign(cycle);
		sign(cycle);
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.kiosks.issue(tablet, 1));
		assertThatExceptionOfType(Refusal.class).as("one more would be one silent less")
			.isThrownBy(() -> withdraw(leader))
			.returns("review.notNow", Refusal::key);
		this.cycles.finishClosing(cycle);
		long unit = this.units.waterBureau().id();
		assertThat(entries()).singleElement()
			.asString()
			.endsWith("|forms.issued|cycle:2026||office1||" + unit + "|LEADER|leader|1\n" + unit + "|WINDOW|visitor|2");
		assertThat(altered(cycle)).isZero();
	}

	private void sign(Cycle cycle) {
		As.office(() -> {
			this.issued.run(cycle.id());
			return cycle;
		});
	}

	private void withdraw(IssuedInvitation invitation) {
		As.office(() -> {
			this.invitations.revoke(invitation.id());
			return true;
		});
	}

	@Test
	void tellTheDeskOfTicketsThatAreGoneUnlessTheYearIsFromBefore() {
		Cycle cycle = this.cycles.opened();
		this.kiosks.issue(this.kiosks.tabletOfWaterBureau(), 2);
		this.cycles.close(cycle);
		this.jdbc.update("delete from kiosk_ticket");
		assertThat(altered(cycle)).isOne();
		this.transactions.executeWithoutResult((status) -> {
			this.jdbc.execute("set local session_replication_role = replica");
			this.jdbc.update("delete from ballot_act where entry like '%|forms.issued|%'");
		});
		assertThat(altered(cycle)).as("the control").isZero();
	}

	private long altered(Cycle cycle) {
		return this.reports.of(cycle).alteredRecords();
	}

	private List<String> entries() {
		return this.jdbc.queryForList("select entry from ballot_act where entry like '%|forms.issued|%'", String.class);
	}

}
