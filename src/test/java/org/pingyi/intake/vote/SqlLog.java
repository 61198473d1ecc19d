package org.pingyi.intake.vote;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import javax.sql.DataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Writes down every statement that goes to the database through the main connections. */
@TestConfiguration(proxyBeanMethods = false)
public class SqlLog {

	private static final List<String> STATEMENTS = Collections.synchronizedList(new ArrayList<>());

	/** The statements since the last call. */
	public static List<String> taken() {
		List<String> taken = List.copyOf(STATEMENTS);
		STATEMENTS.clear();
		return taken;
	}

	@Bean
	static BeanPostProcessor listeningDataSource() {
		return new BeanPostProcessor() {

			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return (bean instanceof DataSource source) ? new Listening(source) : bean;
			}

		};
	}

	private static final class Listening extends DelegatingDataSource {

		Listening(DataSource target) {
			super(target);
		}

		@Override
		public Connection getConnection() throws SQLException {
			Connection connection = super.getConnection();
			return (Connection) Proxy.newProxyInstance(SqlLog.class.getClassLoader(),
					new Class<?>[] { Connection.class }, (proxy, method, arguments) -> {
						if (method.getName().startsWith("prepare")) {
							STATEMENTS.add(String.valueOf(arguments[0]));
						}
						try {
							return method.invoke(connection, arguments);
						}
						catch (InvocationTargetException ex) {
							throw ex.getCause();
						}
					});
		}

	}

}
