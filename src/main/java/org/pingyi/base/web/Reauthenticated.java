package org.pingyi.base.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the handler of an act so heavy that whoever does it must have shown within the
 * last minutes who they are; else the page asks for it, and then goes on with the act.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Reauthenticated {

	/**
	 * Message key of what the act is, for the page that asks; "" where it has no name.
	 */
	String value() default "";

}
