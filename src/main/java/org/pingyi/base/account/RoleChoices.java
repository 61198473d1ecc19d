package org.pingyi.base.account;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.pingyi.base.web.Refusal;

/**
 * The roles that an act would take now, and why it would not take the others.
 *
 * @param offered in the order of {@link Role}
 */
public record RoleChoices(List<Role> offered, List<Barrier> barriers) {

	/** Why some roles are not offered. */
	public record Barrier(Refusal refusal, List<Role> roles) {
	}

	/**
	 * @param check what the act itself would refuse
	 */
	static RoleChoices of(Stream<Role> roles, Function<Role, Optional<Refusal>> check) {
		List<Role> offered = new ArrayList<>();
		Map<String, Barrier> barriers = new LinkedHashMap<>();
		roles.forEach((role) -> check.apply(role)
			.ifPresentOrElse((refusal) -> barriers
				.computeIfAbsent(refusal.key(), (key) -> new Barrier(refusal, new ArrayList<>()))
				.roles()
				.add(role), () -> offered.add(role)));
		return new RoleChoices(offered, List.copyOf(barriers.values()));
	}

}
