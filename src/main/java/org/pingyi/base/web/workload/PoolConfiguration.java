package org.pingyi.base.web.workload;

import jakarta.servlet.DispatcherType;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts a pool for each workload in the place of the one that Boot would make. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PoolSettings.class)
class PoolConfiguration {

	/**
	 * A bean of our own instead would have Boot leave out its whole configuration.
	 */
	@Bean
	static PoolPostProcessor pools(ObjectProvider<PoolSettings> settings) {
		return new PoolPostProcessor(settings);
	}

	@Bean
	FilterRegistrationBean<WorkloadFilter> workloadFilter() {
		FilterRegistrationBean<WorkloadFilter> first = new FilterRegistrationBean<>(new WorkloadFilter());
		first.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
		first.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return first;
	}

}
