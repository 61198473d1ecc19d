package org.pingyi.intake.ballot.log;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.pingyi.base.audit.Audit;
import org.pingyi.base.audit.KeptEntry;
import org.pingyi.base.audit.KeptTrail;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Hands the end of the trail out every hour and after each start, whether or not anything
 * happened: whoever rewrites or shortens the trail meets it.
 */
@Component
class TrailCheckpoints implements KeptTrail {

	private final Audit audit;

	private final Signer signer;

	private final CheckpointPublisher publisher;

	private final CheckpointFile file;

	TrailCheckpoints(Audit audit, Signer signer, CheckpointPublisher publisher, CheckpointFile file) {
		this.audit = audit;
		this.signer = signer;
		this.publisher = publisher;
		this.file = file;
	}

	@Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
	void sign() {
		this.audit.last().map((last) -> TrailCheckpoint.of(last, this.signer)).ifPresent(this.publisher::publish);
	}

	@Override
	public List<KeptEntry> entries() {
		return this.file.trail();
	}

}
