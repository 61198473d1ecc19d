package org.pingyi.intake.vote;

import org.pingyi.base.secret.KeyedHash;
import org.pingyi.base.web.Refusal;
import org.pingyi.intake.ballot.form.VerifiedSource;
import org.pingyi.intake.ballot.key.RightKeys;
import org.pingyi.rules.cycle.ClosingTask;
import org.pingyi.rules.scoring.Signal;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Remembers which rights were proved in a year, so that everybody can see that no more
 * were used, and how many on one device, which is a signal and nothing more.
 */
@Service
@Transactional
class VerifiedRights implements VerifiedSource, ClosingTask {

	private final VerifiedRightRepository rights;

	private final DeviceRightRepository devices;

	private final RightKeys keys;

	private final int perDevice;

	VerifiedRights(VerifiedRightRepository rights, DeviceRightRepository devices, RightKeys keys,
			VoteSettings settings) {
		this.rights = rights;
		this.devices = devices;
		this.keys = keys;
		this.perDevice = settings.rightsPerDevice();
	}

	/**
	 * Notes that a right was proved; again makes no difference.
	 * @param device what the page calls the device, or ""
	 * @return bit set of the signals
	 * @throws Refusal 409 {@code cycle.notOpen} once the key of the cycle is destroyed
	 */
	int note(String right, long cycle, String device) {
		KeyedHash hash = this.keys.of(cycle).orElseThrow(() -> Refusal.conflict("cycle.notOpen"));
		// Other pseudonyms than the ballots' rights have: no value joins the tables.
		this.rights.add(cycle, hash.of("vote.won", right));
		return (!device.isEmpty() && onDevice(hash, right, cycle, device) > this.perDevice) ? Signal.SAME_DEVICE.bit()
				: 0;
	}

	private long onDevice(KeyedHash hash, String right, long cycle, String device) {
		String mac = hash.of("vote.device", device);
		this.devices.add(cycle, mac, hash.of("vote.device.right", right));
		return this.devices.count(cycle, mac);
	}

	@Override
	@Transactional(readOnly = true)
	public long verified(long cycle) {
		return this.rights.count(cycle);
	}

	/** Nothing asks for the devices of a year any more that takes no ballots. */
	@Override
	public void run(long cycle) {
		this.devices.deleteAll(cycle);
	}

}
