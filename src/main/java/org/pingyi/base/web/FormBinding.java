package org.pingyi.base.web;

import org.springframework.core.ResolvableType;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Forms are records: their components are all that a request can set. Without this it is
 * tried once more whether {@code name.class} or {@code name[0]} can be set on the values
 * that were made, which fails in as many ways as there are types.
 */
@ControllerAdvice
class FormBinding {

	@InitBinder
	void onlyComponents(WebDataBinder binder) {
		ResolvableType type = binder.getTargetType();
		Class<?> form = (type != null) ? type.resolve() : null;
		if (form != null && form.isRecord()) {
			binder.setDeclarativeBinding(true);
		}
	}

}
