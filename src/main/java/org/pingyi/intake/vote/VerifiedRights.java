package org.pingyi.intake.vote;

import org.pingyi.base.secret.Pseudonyms;
import org.pingyi.intake.ballot.VerifiedSource;
import org.pingyi.rules.cycle.CycleClosed;
import org.pingyi.rules.scoring.Signal;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Remembers which rights were proved in a year, so that everybody can see that no more
 * were used, and how many on one device, which is a doubt and nothing more.
 */
@Repository
class VerifiedRights implements VerifiedSource {

	private final JdbcClient jdbc;

	private final Pseudonyms pseudonyms;

	private final int most;

	VerifiedRights(JdbcClient jdbc, Pseudonyms pseudonyms, VoteSettings settings) {
		this.jdbc = jdbc;
		this.pseudonyms = pseudonyms;
		this.most = settings.rightsPerDevice();
	}

	/**
	 * Notes that a right was proved; again makes no difference.
	 * @param device what the page calls the device, or ""
	 * @return bit set of the doubts
	 */
	@Transactional
	int note(String right, long cycle, String device) {
		// Other pseudonyms than the ballots' rights have: no key joins the tables.
		this.jdbc.sql("insert into vote_won (cycle_id, right_mac) values (?, ?) on conflict do nothing")
			.params(cycle, this.pseudonyms.of("vote.won", right))
			.update();
		return (!device.isEmpty() && rights(right, cycle, device) > this.most) ? Signal.SAME_DEVICE.bit() : 0;
	}

	private long rights(String right, long cycle, String device) {
		String mac = this.pseudonyms.of("vote.device", device);
		this.jdbc
			.sql("insert into vote_device (cycle_id, device_mac, right_mac) values (?, ?, ?) on conflict do nothing")
			.params(cycle, mac, this.pseudonyms.of("vote.device.right", right))
			.update();
		return this.jdbc.sql("select count(*) from vote_device where cycle_id = ? and device_mac = ?")
			.params(cycle, mac)
			.query(Long.class)
			.single();
	}

	@Override
	@Transactional(readOnly = true)
	public long verified(long cycle) {
		return this.jdbc.sql("select count(*) from vote_won where cycle_id = ?")
			.param(cycle)
			.query(Long.class)
			.single();
	}

	@EventListener
	void forgetDevices(CycleClosed closed) {
		this.jdbc.sql("delete from vote_device where cycle_id = ?").param(closed.cycle()).update();
	}

}
