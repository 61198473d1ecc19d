package org.pingyi.rules.scheme;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Down while a frozen version is stored otherwise than it was frozen. It is no part of
 * the readiness: whoever alters a scheme must not stop the vote.
 */
@Component
class SchemeHealth implements HealthIndicator {

	private final VersionRepository versions;

	SchemeHealth(VersionRepository versions) {
		this.versions = versions;
	}

	@Override
	public Health health() {
		long altered = this.versions.countAltered();
		return (altered == 0) ? Health.up().build() : Health.down().withDetail("altered", altered).build();
	}

}
