package org.pingyi.base.web.once;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the handler of a form that is taken once: one whose answer shows a secret that is
 * kept nowhere, which a browser sends again when its reader reloads the answer, and one
 * that adds something which nothing else tells from a second, sent by another click. Such
 * a form holds {@code base/web/form :: once}; whatever comes without its key, or with one
 * that was used, is refused with 409. The first transaction of the handler that may store
 * something uses the key up.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface SentOnce {

	/** Message key of the refusal; its {@code .next} says where to go on. */
	String value() default "web.again";

}
