package org.pingyi.rules.scheme;

import java.util.List;

import org.pingyi.base.audit.Actor;
import org.pingyi.base.web.TaskSource;

import org.springframework.stereotype.Component;

/** Warns the office of frozen versions that somebody altered in the database. */
@Component
class SchemeTasks implements TaskSource {

	private final VersionRepository versions;

	SchemeTasks(VersionRepository versions) {
		this.versions = versions;
	}

	@Override
	public List<Task> tasks() {
		long altered = Actor.hasRole("OFFICE") ? this.versions.countAltered() : 0;
		return (altered > 0) ? List.of(new Task("scheme.task.altered", altered, "/desk/schemes")) : List.of();
	}

}
