package org.pingyi.intake.review.web;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.pingyi.intake.review.ReviewLinks;
import org.pingyi.intake.review.SheetLink;

import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Gives a page the link whose address it is asked by, once it is sure that it belongs to
 * this browser; templates call the address {@code link}.
 */
@Component
class SheetLinkResolver implements HandlerMethodArgumentResolver {

	private static final String LINK = "link";

	private final SheetCookies cookies;

	private final ReviewLinks links;

	SheetLinkResolver(SheetCookies cookies, ReviewLinks links) {
		this.cookies = cookies;
		this.links = links;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == SheetLink.class;
	}

	@Override
	public SheetLink resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer model,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		String address = address(request);
		SheetLink link = this.cookies.find(request(request), address).orElseThrow(ReviewLinks::notOpenedHere);
		if (model != null) {
			model.addAttribute(LINK, address);
		}
		return this.links.require(link);
	}

	private static HttpServletRequest request(NativeWebRequest request) {
		return (HttpServletRequest) request.getNativeRequest();
	}

	private static String address(NativeWebRequest request) {
		return (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE,
				RequestAttributes.SCOPE_REQUEST) instanceof Map<?, ?> variables) ? String.valueOf(variables.get(LINK))
						: "";
	}

}
