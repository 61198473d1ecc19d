package org.pingyi.outcome.result.web.published;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.audit.Sha256;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/**
 * What all pages are drawn from besides their year: this build of the product and the
 * settings that pages show. After an update they are drawn again.
 */
@Component
class Look {

	private final String digest;

	Look(ObjectProvider<BuildProperties> build, @Value("${pingyi.city:}") String city,
			@Value("${server.servlet.context-path:}") String base) {
		this.digest = Sha256.hex(built(build.getIfAvailable()) + "\n" + city + "\n" + base);
	}

	/** What was started from its sources may look otherwise at every start. */
	private static Instant built(@Nullable BuildProperties build) {
		Instant built = (build != null) ? build.getTime() : null;
		return (built != null) ? built : ProcessHandle.current().info().startInstant().orElse(Instant.EPOCH);
	}

	String digest() {
		return this.digest;
	}

}
