package org.pingyi.intake.ballot;

import org.pingyi.rules.scoring.Door;

import java.util.List;

import org.springframework.stereotype.Service;

/** The forms of a cycle, by its frozen scheme and its participants. */
@Service
public class BallotForms {

	/**
	 * The form of a channel.
	 * @throws org.pingyi.base.web.Refusal 404 when the scheme has no such channel
	 */
	public BallotForm of(long cycle, String channel) {
		throw new UnsupportedOperationException();
	}

	/** The forms of every channel behind a door, in the scheme's order. */
	public List<BallotForm> of(long cycle, Door door) {
		throw new UnsupportedOperationException();
	}

}
