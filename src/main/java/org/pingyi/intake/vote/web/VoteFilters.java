package org.pingyi.intake.vote.web;

import org.pingyi.intake.vote.VotePasses;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/** Puts the hot paths of the citizens' door ahead of every other filter. */
@Configuration
class VoteFilters {

	@Bean
	FilterRegistrationBean<SheetIntake> sheetIntake(VotePasses passes, VotePages pages, Submitting submitting,
			MessageSource messages, LocaleResolver locales, JsonMapper json) {
		FilterRegistrationBean<SheetIntake> first = new FilterRegistrationBean<>(
				new SheetIntake(passes, pages, submitting, messages, locales, json));
		first.addUrlPatterns(SheetIntake.PATH);
		first.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return first;
	}

}
