package org.pingyi.base.account.session;

import java.util.Map;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieSerializer;

/**
 * Puts {@link SignedSessionRepository} and {@link SignedCookies} before Spring Session.
 */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

	/** Nothing is serialized: what arrives is signed JSON already. */
	@Bean
	ConversionService springSessionConversionService() {
		GenericConversionService conversion = new GenericConversionService();
		conversion.addConverter(Object.class, byte[].class, byte[].class::cast);
		conversion.addConverter(byte[].class, Object.class, (bytes) -> bytes);
		return conversion;
	}

	/** Pages that are opened at once may be the first to keep the same thing. */
	@Bean
	SessionRepositoryCustomizer<JdbcIndexedSessionRepository> upserts() {
		return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
	}

	/** Says whose session it is, so that all of a person's can be found and ended. */
	@Bean
	SessionRepositoryCustomizer<JdbcIndexedSessionRepository> principals(SessionJson json) {
		return (repository) -> repository.setIndexResolver((session) -> principal(session, json));
	}

	/**
	 * A repository of our own instead would have Boot leave out its whole configuration.
	 */
	@Bean
	static BeanPostProcessor signing(ObjectProvider<SessionSeal> seal, ObjectProvider<SessionJson> json) {
		return new BeanPostProcessor() {

			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				if (bean instanceof JdbcIndexedSessionRepository stored) {
					return new SignedSessionRepository<>(stored, seal.getObject(), json.getObject());
				}
				return (bean instanceof CookieSerializer cookies) ? new SignedCookies(cookies, seal::getObject) : bean;
			}

		};
	}

	private static Map<String, String> principal(Session stored, SessionJson json) {
		Object sealed = stored.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
		if (sealed instanceof byte[] bytes && json.read(SessionSeal.content(bytes)) instanceof SecurityContext context
				&& context.getAuthentication() != null) {
			return Map.of(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME,
					context.getAuthentication().getName());
		}
		return Map.of();
	}

}
