package org.pingyi.base.web.workload;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a thread works for. Each kind of work has connections of its own, so that one that
 * takes all of them leaves the others theirs.
 */
public enum Workload {

	/** The doors of those who are asked, and the writers of their ballots. */
	VOTING("/vote", "/kiosk", "/q", "/review"),
	/** The doors of those who sign in, the sign-in itself and its sessions. */
	STAFF("/desk", "/unit", "/inspect", "/audit", "/admin", "/me", "/login", "/logout", "/setup", "/activation"),
	/** Whatever else is asked for over HTTP: what everybody may read. */
	PUBLIC(),
	/** Schedules, the start, and every thread that does not say what it works for. */
	JOBS();

	private static final Workload[] DOORS = { VOTING, STAFF };

	/** Not inherited: work in the background of a request is a job. */
	private static final ThreadLocal<@Nullable Workload> CURRENT = new ThreadLocal<>();

	@SuppressWarnings("ImmutableEnumChecker") // List.of gives none that changes
	private final List<String> areas;

	Workload(String... areas) {
		this.areas = List.of(areas);
	}

	/** What this thread works for. */
	public static Workload current() {
		Workload current = CURRENT.get();
		return (current != null) ? current : JOBS;
	}

	/**
	 * What a request for a path is for.
	 * @param path as the server reads it: decoded, without parameters, with its slash
	 */
	static Workload of(String path) {
		for (Workload door : DOORS) {
			if (door.leadsTo(path)) {
				return door;
			}
		}
		return PUBLIC;
	}

	private boolean leadsTo(String path) {
		for (String area : this.areas) {
			if (path.startsWith(area) && (path.length() == area.length() || path.charAt(area.length()) == '/')) {
				return true;
			}
		}
		return false;
	}

	/** Does some work for this; whatever the thread worked for before, it does again. */
	public void run(Runnable work) {
		Workload before = begin();
		try {
			work.run();
		}
		finally {
			end(before);
		}
	}

	@Nullable Workload begin() {
		Workload before = CURRENT.get();
		CURRENT.set(this);
		return before;
	}

	static void end(@Nullable Workload before) {
		if (before == null) {
			CURRENT.remove();
		}
		else {
			CURRENT.set(before);
		}
	}

}
