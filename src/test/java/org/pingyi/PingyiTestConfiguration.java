package org.pingyi;

import java.util.Map;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The clock of the tests, and the samples of every module. */
@TestConfiguration(proxyBeanMethods = false)
@ComponentScan(basePackages = "org.pingyi", useDefaultFilters = false,
		includeFilters = @ComponentScan.Filter(Samples.class))
class PingyiTestConfiguration {

	/** As in a city, but for the cost: to hash took a tenth of the time of all tests. */
	@Bean
	@Primary
	PasswordEncoder quickPasswordEncoder() {
		return new DelegatingPasswordEncoder("argon2",
				Map.of("argon2", new Argon2PasswordEncoder(16, 32, 1, 1 << 9, 1)));
	}

	@Bean
	TestClock testClock() {
		return new TestClock();
	}

}
