package org.pingyi.intake.ballot.copy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;

import jakarta.persistence.EntityManager;
import org.hibernate.Session;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

import org.springframework.stereotype.Component;

/**
 * Reads rows by COPY, with the JDBC driver alone: ten million of them, as they come,
 * without an object for any.
 */
@Component
public class CopiedRows {

	private final EntityManager entities;

	CopiedRows(EntityManager entities) {
		this.entities = entities;
	}

	/**
	 * Reads all rows of a query, within the caller's transaction.
	 * @param query takes no parameters; numbers alone are written into it
	 * @param reader must not keep the row, which is the next one afterwards
	 */
	public void each(String query, Consumer<CopiedRow> reader) {
		String copy = "copy (%s) to stdout (format binary)".formatted(query);
		this.entities.unwrap(Session.class).doWork((connection) -> read(connection, copy, reader));
	}

	private static void read(Connection connection, String copy, Consumer<CopiedRow> reader) throws SQLException {
		CopyOut out = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy);
		try {
			CopiedRow row = new CopiedRow();
			boolean first = true;
			for (byte[] message = out.readFromCopy(); message != null; message = out.readFromCopy()) {
				if (row.take(message, first)) {
					reader.accept(row);
				}
				first = false;
			}
		}
		finally {
			if (out.isActive()) {
				out.cancelCopy();
			}
		}
	}

}
