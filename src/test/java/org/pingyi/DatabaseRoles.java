package org.pingyi;

import java.util.List;
import java.util.Map;

/**
 * The two roles that a database has in tests as in production: its owner, who migrates
 * it, and the application's, which may do less.
 */
public final class DatabaseRoles {

	public static final String OWNER = "pingyi_owner";

	public static final String APPLICATION = "pingyi_app";

	private DatabaseRoles() {
	}

	/** Of a role; as long as a password has to be. */
	public static String password(String role) {
		return role.replace("pingyi_", "") + ":7f3a91c2";
	}

	/** What a superuser executes, once on a server. */
	public static List<String> creation() {
		return List.of(created(OWNER), created(APPLICATION));
	}

	private static String created(String role) {
		return "create role %s login password '%s'".formatted(role, password(role));
	}

	/** What a superuser executes for each database. */
	public static String database(String name) {
		return "create database %s owner %s".formatted(name, OWNER);
	}

	/** What a superuser executes in each database, or in the one it is copied from. */
	public static String restriction() {
		return "revoke execute on function lo_create(oid), lo_creat(integer), lo_from_bytea(oid, bytea) from public";
	}

	/** The settings of an application on such a database. */
	public static Map<String, String> settings(String url) {
		return Map.of("spring.datasource.url", url, "spring.datasource.username", APPLICATION,
				"spring.datasource.password", password(APPLICATION), "spring.flyway.user", OWNER,
				"spring.flyway.password", password(OWNER));
	}

}
