package org.pingyi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.test.context.TestPropertySource;

/** A {@link PingyiServerTest} of a city that chose the national cipher suite. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@PingyiServerTest
@TestPropertySource(properties = { "pingyi.cryptography=national", "pingyi.vote.scheduled=false",
		"pingyi.sealing.scheduled=false", "pingyi.jobs.scheduled=false" })
public @interface NationalCityTest {

}
