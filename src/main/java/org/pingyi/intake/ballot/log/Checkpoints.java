package org.pingyi.intake.ballot.log;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Signs states of the logs and has them handed out after the commit. */
@Component
class Checkpoints {

	private final CheckpointRepository repository;

	private final Signer signer;

	private final ApplicationEventPublisher events;

	Checkpoints(CheckpointRepository repository, Signer signer, ApplicationEventPublisher events) {
		this.repository = repository;
		this.signer = signer;
		this.events = events;
	}

	/** Signs a state that is not signed yet. */
	void append(Checkpoint state) {
		Checkpoint checkpoint = state.signed(this.signer.sign(state.content()));
		this.repository.save(new CheckpointEntity(checkpoint));
		this.events.publishEvent(checkpoint);
	}

}
