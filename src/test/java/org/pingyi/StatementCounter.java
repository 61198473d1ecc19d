package org.pingyi;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import javax.sql.DataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Listens to the statements that a thread sends to the database, whoever makes them; a
 * batch is one.
 */
@Samples
public class StatementCounter implements BeanPostProcessor {

	private static final Set<String> STATEMENTS = Set.of("prepareStatement", "prepareCall", "createStatement");

	private final ThreadLocal<List<String>> heard = new ThreadLocal<>();

	/** The statements that an act sends, in their order. */
	public List<String> of(Runnable act) {
		List<String> statements = new ArrayList<>();
		this.heard.set(statements);
		try {
			act.run();
		}
		finally {
			this.heard.remove();
		}
		return statements;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return (bean instanceof DataSource source && name.equals("dataSource")) ? listened(source) : bean;
	}

	private DataSource listened(DataSource source) {
		return new DelegatingDataSource(source) {

			@Override
			public Connection getConnection() throws SQLException {
				return listened(super.getConnection());
			}

		};
	}

	private Connection listened(Connection connection) {
		return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { Connection.class },
				(self, method, arguments) -> {
					if (method.getName().equals("equals")) {
						// Its statements name the connection beneath as theirs.
						return self == arguments[0] || connection.equals(arguments[0]);
					}
					hear(method, arguments);
					return invoke(connection, method, arguments);
				});
	}

	private void hear(Method method, Object[] arguments) {
		List<String> statements = this.heard.get();
		if (statements != null && STATEMENTS.contains(method.getName())) {
			boolean written = arguments != null && arguments.length > 0 && arguments[0] instanceof String;
			statements.add(written ? arguments[0].toString() : "");
		}
	}

	private static Object invoke(Connection connection, Method method, Object[] arguments) throws Throwable {
		try {
			return method.invoke(connection, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getCause();
		}
	}

}
