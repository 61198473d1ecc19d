package org.pingyi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

import org.springframework.test.context.TestPropertySource;

/**
 * A {@link PingyiTest} in a second context, with a database of its own: for classes that
 * take long, so that they run beside those of the first. One at a time.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@PingyiTest
@TestPropertySource(properties = "pingyi.test.context=second")
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(PingyiSecondTest.LOCK)
public @interface PingyiSecondTest {

	/** Whoever has the second context. */
	String LOCK = "PingyiSecondTest";

}
