package org.pingyi.base.web.workload;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.DestructionAwareBeanPostProcessor;
import org.springframework.core.Ordered;

/**
 * Opens the pools where Boot has described how to connect, and closes them with what they
 * stand for.
 */
class PoolPostProcessor implements DestructionAwareBeanPostProcessor, Ordered {

	private static final String BEAN = "dataSource";

	private final ObjectProvider<PoolSettings> settings;

	private @Nullable WorkloadDataSource pools;

	PoolPostProcessor(ObjectProvider<PoolSettings> settings) {
		this.settings = settings;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		if (name.equals(BEAN) && bean instanceof HikariDataSource usual) {
			WorkloadDataSource opened = new WorkloadDataSource(usual, this.settings.getObject());
			this.pools = opened;
			return opened;
		}
		return bean;
	}

	@Override
	public boolean requiresDestruction(Object bean) {
		return bean instanceof HikariDataSource;
	}

	@Override
	public void postProcessBeforeDestruction(Object bean, String name) {
		WorkloadDataSource opened = this.pools;
		if (name.equals(BEAN) && opened != null) {
			opened.close();
		}
	}

	/** Before those that look at what others get. */
	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

}
