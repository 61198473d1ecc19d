package org.pingyi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestConstructor;

/**
 * A test of the whole application on a real PostgreSQL: all such tests share one context;
 * each starts with empty tables and the clock at {@link TestClock#START}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = { "pingyi.secret=a-secret-of-the-tests-that-is-long-enough", "pingyi.keys.company=2",
		"pingyi.closing.missing=1000000", "pingyi.account.confirmed-for=36525d", "server.address=127.0.0.1",
		"pingyi.sms=development", "pingyi.vote.scheduled=false", "pingyi.sealing.scheduled=false",
		"pingyi.jobs.scheduled=false", "pingyi.publication.scheduled=false" })
@AutoConfigureMockMvc
@Import({ TestDatabase.class, PingyiTestConfiguration.class })
@ExtendWith(EmptyTables.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
public @interface PingyiTest {

}
