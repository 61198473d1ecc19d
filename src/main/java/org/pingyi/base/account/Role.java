package org.pingyi.base.account;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.pingyi.base.web.Refusal;

/** What a member of staff may do. */
public enum Role {

	/** The appraisal office. */
	OFFICE(false),
	/** Speaks for one unit. */
	LIAISON(true),
	/** Visits units. */
	INSPECTOR(false),
	/** Delivers hotline cases. */
	HOTLINE(false),
	/** Reads the trail. */
	AUDITOR(true),
	/** Keeps accounts and devices. */
	SYSTEM_ADMIN(true),
	/** Gives and takes rights. */
	SECURITY_ADMIN(true);

	private final boolean alone;

	Role(boolean alone) {
		this.alone = alone;
	}

	/**
	 * Whether one person may hold these together: the two administrators, the auditor and
	 * a unit's liaison each watch over others, or are watched by them, and hold nothing
	 * else.
	 */
	static boolean together(Set<Role> roles) {
		return roles.size() < 2 || roles.stream().noneMatch((role) -> role.alone);
	}

	String authority() {
		return "ROLE_" + name();
	}

	/**
	 * The roles that an act would take now, and why it would not take the others.
	 *
	 * @param offered in the order of {@link Role}
	 */
	public record Choices(List<Role> offered, List<Barrier> barriers) {

		/** Why some roles are not offered. */
		public record Barrier(Refusal refusal, List<Role> roles) {
		}

		/**
		 * @param check what the act itself would refuse
		 */
		static Choices of(Stream<Role> roles, Function<Role, Optional<Refusal>> check) {
			List<Role> offered = new ArrayList<>();
			Map<String, Barrier> barriers = new LinkedHashMap<>();
			roles.forEach((role) -> check.apply(role)
				.ifPresentOrElse((refusal) -> barriers
					.computeIfAbsent(refusal.key(), (key) -> new Barrier(refusal, new ArrayList<>()))
					.roles()
					.add(role), () -> offered.add(role)));
			return new Choices(offered, List.copyOf(barriers.values()));
		}

	}

}
