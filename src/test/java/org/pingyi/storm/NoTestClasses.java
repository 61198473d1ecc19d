package org.pingyi.storm;

import java.io.IOException;
import java.net.URL;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** Keeps the classes of the tests out of an application that is started beside them. */
public final class NoTestClasses extends TypeExcludeFilter {

	private static final URL TESTS = NoTestClasses.class.getProtectionDomain().getCodeSource().getLocation();

	private NoTestClasses() {
	}

	public static void in(ConfigurableListableBeanFactory beans) {
		beans.registerSingleton("noTestClasses", new NoTestClasses());
	}

	@Override
	public boolean match(MetadataReader reader, MetadataReaderFactory factory) throws IOException {
		return reader.getResource().getURL().toString().startsWith(TESTS.toString());
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof NoTestClasses;
	}

	@Override
	public int hashCode() {
		return NoTestClasses.class.hashCode();
	}

}
