package org.pingyi.intake.vote.web;

import jakarta.servlet.http.HttpFilter;
import tools.jackson.databind.json.JsonMapper;

import org.pingyi.intake.vote.VotePasses;
import org.pingyi.intake.vote.web.hot.StartFilter;
import org.pingyi.intake.vote.web.hot.StartPage;
import org.pingyi.intake.vote.web.hot.UnitListFilter;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.LocaleResolver;

/** Puts the hot paths of the citizens' door ahead of every other filter. */
@Configuration
class VoteFilters {

	/** Whether a request came in safely is known only behind that one. */
	private static final int AFTER_FORWARDED_HEADERS = Ordered.HIGHEST_PRECEDENCE + 1;

	@Bean
	FilterRegistrationBean<StartFilter> startFilter(StartPage page, LocaleResolver locales) {
		return first(new StartFilter(page, locales), StartFilter.PATH);
	}

	@Bean
	FilterRegistrationBean<UnitListFilter> unitListFilter(StartPage page) {
		return first(new UnitListFilter(page), UnitListFilter.PATTERN);
	}

	@Bean
	FilterRegistrationBean<SheetIntake> sheetIntake(VotePasses passes, VotePages pages, SheetSubmission submitting,
			MessageSource messages, LocaleResolver locales, JsonMapper json) {
		return first(new SheetIntake(passes, pages, submitting, messages, locales, json), SheetIntake.PATH);
	}

	private static <T extends HttpFilter> FilterRegistrationBean<T> first(T filter, String path) {
		FilterRegistrationBean<T> first = new FilterRegistrationBean<>(filter);
		first.addUrlPatterns(path);
		first.setOrder(AFTER_FORWARDED_HEADERS);
		return first;
	}

}
