package org.pingyi.base.job;

import java.util.Optional;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The kinds of work that the modules contribute. */
@Component
class JobKinds {

	/** Kinds are made of front doors, some of which order jobs. */
	private final ObjectProvider<JobKind> kinds;

	JobKinds(ObjectProvider<JobKind> kinds) {
		this.kinds = kinds;
	}

	/** Empty for one of a version that this node does not run. */
	Optional<JobKind> find(JobEntity job) {
		return this.kinds.stream().filter((kind) -> kind.code().equals(job.kind())).findFirst();
	}

	boolean confidential(JobEntity job) {
		return find(job).filter(JobKind::confidential).isPresent();
	}

}
