package org.pingyi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestConstructor;

/**
 * A {@link PingyiTest} that answers at an address of its own, for what only a connection
 * shows: compression, caching, a browser's requests. One at a time, beside those that
 * share the other context.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "pingyi.secret=a-secret-of-the-tests-that-is-long-enough", "pingyi.account.confirmed-for=36525d",
				"server.address=127.0.0.1", "pingyi.sms=development", "pingyi.publication.scheduled=false",
				"pingyi.closing.missing=1000000" })
@Import({ TestDatabase.class, PingyiTestConfiguration.class })
@ExtendWith(EmptyTables.class)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(PingyiServerTest.LOCK)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
public @interface PingyiServerTest {

	/** Whoever has the one context of these tests. */
	String LOCK = "PingyiServerTest";

}
