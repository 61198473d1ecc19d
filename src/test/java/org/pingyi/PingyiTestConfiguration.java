package org.pingyi;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The clock of the tests, and the samples of every module. */
@TestConfiguration(proxyBeanMethods = false)
@ComponentScan(basePackages = "org.pingyi", useDefaultFilters = false,
		includeFilters = @ComponentScan.Filter(Samples.class))
class PingyiTestConfiguration {

	@Bean
	TestClock testClock() {
		return new TestClock();
	}

}
