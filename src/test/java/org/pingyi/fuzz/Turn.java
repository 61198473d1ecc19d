package org.pingyi.fuzz;

import java.util.List;

/**
 * Which route is asked as whom: each route once as it should be by somebody who may use
 * it, then once more by such a one as the lot says, then as every role.
 *
 * @param plain without anything hostile, so that it comes as far as a handler
 */
record Turn(Route route, String role, boolean plain) {

	static Turn of(long number, List<Route> routes) {
		int index = (int) (number % routes.size());
		long round = number / routes.size();
		Route route = routes.get(index);
		List<String> roles = (round < 2 && !route.admitted().isEmpty()) ? route.admitted() : Visitors.ROLES;
		return new Turn(route, roles.get((int) ((index + round) % roles.size())), round == 0);
	}

	/** Whether the role may use the route. */
	boolean admitted() {
		return this.route.admitted().contains(this.role);
	}

}
