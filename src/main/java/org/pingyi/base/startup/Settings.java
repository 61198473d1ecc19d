package org.pingyi.base.startup;

import java.util.Locale;

import org.springframework.core.env.Environment;

/** The settings as texts, "" where one is missing. */
record Settings(Environment environment) {

	String of(String name) {
		return this.environment.getProperty(name, "").strip();
	}

	boolean lacks(String name) {
		return of(name).isEmpty();
	}

	/** The name of a setting as the environment and README know it. */
	static String variable(String name) {
		return name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
	}

}
