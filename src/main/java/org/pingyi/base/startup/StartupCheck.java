package org.pingyi.base.startup;

import java.util.List;

import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Refuses to start with weak or missing settings, all named at once, before anything is
 * connected to. A local run, which shows a sample city on this machine alone, needs none.
 */
public final class StartupCheck implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

	@Override
	public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
		List<Shortcoming> shortcomings = shortcomings(event.getEnvironment());
		if (!shortcomings.isEmpty()) {
			throw new StartupRefused(shortcomings);
		}
	}

	static List<Shortcoming> shortcomings(Environment environment) {
		return environment.getProperty("pingyi.local", Boolean.class, false) ? List.of()
				: Requirements.brokenBy(new Settings(environment));
	}

	/** After everything that adds settings. */
	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

}
