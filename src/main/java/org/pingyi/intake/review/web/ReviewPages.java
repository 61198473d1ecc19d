package org.pingyi.intake.review.web;

import java.util.List;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets the pages of sheets ask for the link that they are opened by. */
@Configuration
class ReviewPages implements WebMvcConfigurer {

	private final SheetLinkResolver links;

	ReviewPages(SheetLinkResolver links) {
		this.links = links;
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(this.links);
	}

}
