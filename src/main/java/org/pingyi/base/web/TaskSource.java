package org.pingyi.base.web;

import java.util.List;

/** A module that knows of work waiting for whoever is signed in, for their home page. */
public interface TaskSource {

	/** The tasks of the person who is signed in; none is an empty list. */
	List<Task> tasks();

	/**
	 * Work that waits.
	 *
	 * @param key message key of the task; the count is its first argument
	 * @param count how many
	 * @param href where it is done
	 */
	record Task(String key, long count, String href) {
	}

}
