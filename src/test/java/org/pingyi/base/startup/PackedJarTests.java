package org.pingyi.base.startup;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.pingyi.PingyiApplication;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.DefaultBootstrapContext;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which threads serve requests where the application's classes lie in a packed jar. */
class PackedJarTests {

	@Test
	void takesThreadsOfTheSystemOutOfAPackedJar() {
		assertThat(virtual(new PackedJar(true), Map.of())).isFalse();
		assertThat(virtual(new PackedJar(false), Map.of())).as("unpacked, as in the image").isTrue();
		assertThat(virtual(new PackedJar(PingyiApplication.class), Map.of())).as("out of classes").isTrue();
	}

	@Test
	void leavesTheLastWordToTheOperator() {
		assertThat(virtual(new PackedJar(true), Map.of("SPRING_THREADS_VIRTUAL_ENABLED", "true"))).isTrue();
	}

	@Test
	void knowsAPackedJarByWhereItsClassesLie() {
		assertThat(PackedJar.isPacked("jar:nested:/opt/pingyi.jar/!BOOT-INF/classes/!/")).isTrue();
		assertThat(PackedJar.isPacked("file:/opt/pingyi/pingyi.jar")).isFalse();
	}

	private static boolean virtual(PackedJar listener, Map<String, Object> variables) {
		ConfigurableEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.replace(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, new SystemEnvironmentPropertySource(
					StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
		environment.getPropertySources()
			.addLast(new MapPropertySource("application.yaml", Map.of(PackedJar.VIRTUAL, true)));
		listener.onApplicationEvent(new ApplicationEnvironmentPreparedEvent(new DefaultBootstrapContext(),
				new SpringApplication(PingyiApplication.class), new String[0], environment));
		return environment.getProperty(PackedJar.VIRTUAL, Boolean.class, false);
	}

}
