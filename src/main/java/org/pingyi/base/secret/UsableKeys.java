package org.pingyi.base.secret;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Up while one directory of keys works: what a balancer asks, because all nodes lose a
 * directory at once, and go on with the other.
 */
@Component("usableKeysHealthIndicator")
class UsableKeys implements HealthIndicator {

	private final KeyCheck check;

	UsableKeys(KeyCheck check) {
		this.check = check;
	}

	@Override
	public Health health() {
		return this.check.isUsable() ? Health.up().build() : Health.down().build();
	}

}
