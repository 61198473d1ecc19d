package org.pingyi;

import java.time.Clock;
import java.time.ZoneId;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Fallback;

/** Starts Pingyi, the yearly appraisal of a city's agencies. */
@SpringBootApplication
public class PingyiApplication {

	private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

	public static void main(String[] args) {
		SpringApplication.run(PingyiApplication.class, args);
	}

	/** The city's time; the sample city and tests bring a clock of their own. */
	@Bean
	@Fallback
	Clock clock() {
		return Clock.system(CITY);
	}

}
