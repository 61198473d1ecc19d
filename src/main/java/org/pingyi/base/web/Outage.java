package org.pingyi.base.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Tells a database that is unavailable for a while from one that rejects a statement. */
public final class Outage {

	/**
	 * Classes of SQLSTATE (PostgreSQL, appendix A): connection, resources, intervention
	 * by an operator, failure of the system.
	 */
	private static final List<String> CLASSES = List.of("08", "53", "57", "58");

	private static final int CLASS = 2;

	/** A transaction that did nothing, or went on, for longer than its work may. */
	private static final List<String> LIMITS = List.of("25P03", "25P04");

	private Outage() {
	}

	/** Whether the same may well succeed a little later. */
	public static boolean causes(Throwable failure) {
		for (@Nullable
		Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLTransientConnectionException
					|| (cause instanceof SQLException sql && isUnavailable(sql))) {
				return true;
			}
		}
		return false;
	}

	private static boolean isUnavailable(SQLException failure) {
		String state = failure.getSQLState();
		return state != null && state.length() > CLASS
				&& (CLASSES.contains(state.substring(0, CLASS)) || LIMITS.contains(state));
	}

}
