package org.pingyi.base.startup;

import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Gives requests threads of the operating system where the application runs out of its
 * packed jar: virtual ones that load their first classes from jars within a jar can stop
 * each other for ever (spring-boot#51463). Out of an unpacked jar, as in the image, they
 * are virtual.
 */
public final class PackedJar implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

	static final String VIRTUAL = "spring.threads.virtual.enabled";

	private static final Logger log = LoggerFactory.getLogger(PackedJar.class);

	private final boolean packed;

	/**
	 * As the application runs.
	 * @param application a class of the application's own jar
	 */
	public PackedJar(Class<?> application) {
		this(isPacked(application.getProtectionDomain().getCodeSource().getLocation().toString()));
	}

	PackedJar(boolean packed) {
		this.packed = packed;
	}

	static boolean isPacked(String location) {
		return location.startsWith("jar:nested:");
	}

	@Override
	public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
		ConfigurableEnvironment environment = event.getEnvironment();
		if (this.packed) {
			// Before the application's own file, after what an operator says.
			environment.getPropertySources()
				.addAfter(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
						new MapPropertySource("packedJar", Map.of(VIRTUAL, false)));
			log.warn("Runs out of a packed jar, with fewer requests at once; unpack it for a city: "
					+ "java -Djarmode=tools -jar pingyi.jar extract");
		}
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

}
