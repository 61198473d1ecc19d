package org.pingyi.base.web.workload;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.pingyi.Samples;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The switch that takes the protection away: all work takes the connections of one pool.
 */
@Samples
class SharedPool implements BeanPostProcessor {

	private volatile boolean shared;

	/** Does something while nothing is kept apart. */
	void during(Runnable act) {
		this.shared = true;
		try {
			act.run();
		}
		finally {
			this.shared = false;
		}
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return (bean instanceof DataSource source && name.equals("dataSource")) ? new Switched(source) : bean;
	}

	private final class Switched extends DelegatingDataSource {

		Switched(DataSource source) {
			super(source);
		}

		@Override
		public Connection getConnection() throws SQLException {
			if (!SharedPool.this.shared) {
				return super.getConnection();
			}
			Workload before = Workload.PUBLIC.begin();
			try {
				return super.getConnection();
			}
			finally {
				Workload.end(before);
			}
		}

	}

}
