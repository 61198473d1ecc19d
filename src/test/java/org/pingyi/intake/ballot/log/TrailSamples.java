package org.pingyi.intake.ballot.log;

import org.pingyi.Samples;
import org.pingyi.base.audit.Audit;

/** The end of the trail as it is handed out. */
@Samples
public class TrailSamples {

	private final Audit audit;

	private final Signer signer;

	TrailSamples(Audit audit, Signer signer) {
		this.audit = audit;
		this.signer = signer;
	}

	public String line() {
		return TrailCheckpoint.of(this.audit.last().orElseThrow(), this.signer).line();
	}

}
