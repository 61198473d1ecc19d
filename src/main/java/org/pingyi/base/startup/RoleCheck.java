package org.pingyi.base.startup;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks at the start and every minute whether the application's role has settings of its
 * own in the database. Every role may give itself some, which then hold for each new
 * connection: another search path, no waiting for the disk. None are expected; what a
 * city wants to set it sets for the database, as its owner.
 */
@Component("databaseRoleHealthIndicator")
class RoleCheck implements HealthIndicator {

	private static final Logger logger = LoggerFactory.getLogger(RoleCheck.class);

	private final ApplicationRole role;

	private volatile List<String> settings = List.of();

	RoleCheck(ApplicationRole role) {
		this.role = role;
		if (role.makesLargeObjects()) {
			logger.warn("The application's role may make large objects, which it never does; "
					+ "a superuser takes that away as src/main/docker/roles.sql does");
		}
		check();
	}

	@Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
	final void check() {
		List<String> found = this.role.settings();
		if (!found.equals(this.settings)) {
			logger.error("Settings of the application's role in the database: {}",
					found.isEmpty() ? "none any more" : found);
		}
		this.settings = List.copyOf(found);
	}

	@Override
	public Health health() {
		List<String> now = this.settings;
		return now.isEmpty() ? Health.up().build() : Health.down().withDetail("settings", now).build();
	}

}
