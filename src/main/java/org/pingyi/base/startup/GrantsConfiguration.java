package org.pingyi.base.startup;

import java.util.Map;

import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Tells the migrations which role the application connects with: {@code afterMigrate.sql}
 * grants it what it may do.
 */
@Configuration(proxyBeanMethods = false)
class GrantsConfiguration {

	@Bean
	FlywayConfigurationCustomizer applicationRolePlaceholder(JdbcConnectionDetails connection) {
		String role = connection.getUsername();
		return (configuration) -> configuration.placeholders(Map.of("application", (role != null) ? role : ""));
	}

}
