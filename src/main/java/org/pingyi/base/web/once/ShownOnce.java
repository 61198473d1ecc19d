package org.pingyi.base.web.once;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the handler of a form whose answer shows a secret that is kept nowhere. The
 * browser sends such a form again when its reader reloads the answer or goes back to it,
 * and the secret just written down would be void. The form therefore holds
 * {@code base/web/form :: once}; whatever comes without its key, or with one that was
 * used, is refused with 409.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ShownOnce {

	/** Message key of the refusal; its {@code .next} says where to get another. */
	String value();

}
